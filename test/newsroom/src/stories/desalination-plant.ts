import type { Story } from '../article.ts'
import { prose } from '../prose.ts'

/** One event in two languages and two scripts. */
export const desalinationPlant: Story = {
  id: 'desalination-plant',
  label: 'Desalination plant opens in Rayhan',
  topics: ['06000000', '04000000'],
  articles: [
    {
      id: 'desalination-plant/rayhan',
      outlet: 'rayhan',
      path: '/local/2026/03/05/mahatta-tahliya.html',
      title: 'افتتاح محطة تحلية المياه في الريحان بعد انتظار تسع سنوات',
      authors: ['ليلى المرجان'],
      dateline: { place: 'الريحان', raw: 'الريحان -' },
      published: '2026-03-05T08:00:00Z',
      section: 'محليات',
      body: prose`
افتتحت مدينة الريحان صباح الخميس محطة تحلية مياه البحر التي انتظرها السكان تسع سنوات، وتنتج المحطة 80 ألف متر مكعب من المياه العذبة في اليوم، أي ما يكفي نحو 400 ألف شخص.

وقالت رئيسة البلدية سلمى البحيري إن الصهاريج التي كانت تجوب الأحياء العليا كل صباح ستتوقف عن العمل قبل نهاية الشهر. وأضافت: «من اليوم لن يسأل أحد جاره متى يأتي الماء».

وبلغت كلفة المشروع 210 ملايين كرونة، قدمت دولة فالمير ربعها قرضا لثلاثين عاما. وتعمل المحطة نهارا بالطاقة الشمسية من حقل أقيم على أطراف واحة النخيل.

وتأخر المشروع مرتين، الأولى بسبب خلاف على الأرض والثانية بعد غرق سفينة كانت تحمل المضخات عام 2022.

وعبر صيادون عن قلقهم من الماء المالح الذي تعيده المحطة إلى البحر، ووعدت البلدية بنشر القياسات كل أسبوع.

أما سائقو الصهاريج الستون فقد عرضت عليهم البلدية التدريب على أعمال الصيانة، وقال أحدهم، إدريس البقار، إنه يفضل أن يحتفظ بشاحنته: «هناك دائما من ليس عنده ماء».
`,
    },
    {
      id: 'desalination-plant/meridian',
      outlet: 'meridian',
      path: '/mpa/general/20260305-155.html',
      title: 'Rayhan opens desalination plant after nine-year wait',
      authors: [],
      agency: { id: 'MPA', credit: 'dateline' },
      dateline: { place: 'RAYHAN', raw: 'RAYHAN, March 5 (MPA) -' },
      published: '2026-03-05T12:40:00Z',
      section: 'General',
      body: prose`
The desert port of Rayhan on Thursday opened a plant that turns sea water into drinking water for about 400,000 people, nine
years after work on it began.

The plant makes 80,000 cubic metres a day and runs on solar power until dusk. It cost 210 million crowns, a quarter of which
was lent by Valmere.

Mayor Salma al-Buhairi drank the first glass and said it tasted “of nothing, which is what we ordered”.

Most of the upper city has been supplied by tanker lorries since 2017. They are to stop by the end of the month.

Fishermen fear that the salt that is pumped back into the bay will drive away the shoals. The city said it would publish
measurements every week.

The project was held up for three years by a quarrel over land and for another by the loss of a freighter with its pumps, which sank in a storm in 2022.

The drivers of the 60 tanker lorries have been offered training. Most say they would rather keep the lorries. “There is always somebody with no water,”
one of them, Idris Bakkar, said.
`,
    },
  ],
}
