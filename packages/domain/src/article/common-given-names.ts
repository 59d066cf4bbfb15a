/**
 * Given names that are common in the news of many countries, in lower case without accents: whoever bears one is a person. Names
 * that are words, places or surnames as often (April, Paris, Grant) are left out.
 */
export const COMMON_GIVEN_NAMES: readonly string[] =
  // English, Irish, Scottish, Welsh
  (
    'aaron abigail adam adrian alan albert alice alison amanda amelia amy andrea andrew angela ann anna anne anthony arthur ashley barbara bea ' +
    'benjamin beth betty bill bob brenda brian bruce carol caroline catherine charles charlotte chris christian christina christine christopher ' +
    'claire colin craig cynthia daniel david deborah dennis derek diana donald dorothy douglas duncan edgar edith edward edwin eleanor ' +
    'elizabeth ella ellen emily emma eric ethan eugene eva evelyn fiona florence frances francis frank fred gareth gary geoffrey george gerald ' +
    'gillian gloria gordon graham greg gregory hannah harold harriet harry hazel heather helen henry howard hugh ian ines irene isaac isabel ' +
    'isabella jack jacob james jamie jane janet jason jean jeffrey jennifer jeremy jessica jill jim joan joanna joe john jonathan joseph joshua ' +
    'joyce judith julia julian julie karen kate katherine kathleen keith kelly kenneth kevin larry laura lauren leo leonard leslie lewis linda ' +
    'lisa louis louise lucas lucy luke lyle lynn malcolm margaret marie marion mark martha martin mary matthew maureen megan melissa michael ' +
    'michelle mike miriam molly nancy naomi natalie natasha neil nicholas nicola nigel nina nora oliver olivia oscar pamela patricia patrick ' +
    'paul paula peter philip phillip phoebe rachel ralph raymond rebecca richard robert robin roger ronald rosemary roy russell ruth ryan ' +
    'sally samantha samuel sandra sara sarah scott sean sharon sheila shirley simon sophia sophie stanley stella stephanie stephen steve steven ' +
    'stuart susan suzanne sylvia tamsin tara teresa terry tessa theresa thomas timothy tina toby tobias tom tracy trevor valerie vanessa ' +
    'veronica victor victoria vincent virginia walter wendy wesley william zoe ' +
    // German, Dutch
    'achim alexander alfred andreas anja anke annegret anneliese annette anton armin astrid axel bastian beate bernd bernhard bettina birgit ' +
    'bjorn brigitte britta burkhard carsten christa christoph claudia claus cornelia dagmar detlef dieter dietmar dirk doris eberhard elke ' +
    'erich erika ernst eva-maria felix florian franz franziska friedrich fritz gabriele gerd gerhard gisela gunter gunther hannelore hans ' +
    'hans-peter harald hartmut heiko heike heiner heinrich heinz helga helmut herbert hermann hilde holger horst hubert hugo ilse ingo ingrid ' +
    'jan jens joachim jochen johann johanna johannes jonas jorg josef julius jurgen jutta kai karin karl karsten katharina katja katrin kerstin ' +
    'klaus knut konrad konstantin kurt lars lena lorenz lothar lukas lutz manfred manuel manuela marcel marco marcus margit markus matthias ' +
    'max maximilian michaela monika moritz niels niklas nicole norbert olaf otto petra philipp rainer ralf regina reiner reinhard renate rolf ' +
    'rudiger rudolf sabine sascha sebastian siegfried sigrid silke silvia stefan stefanie susanne sven swen theo thorsten tim torsten udo ulf ' +
    'ulrich ulrike ursula ute uwe volker werner wilhelm winfried wolfgang yvonne bart bram cees daan femke floor geert gerrit hendrik ' +
    'jeroen joost joris kees koen maarten marijke mieke pieter pim roel ruben ruud sander sanne saskia sjoerd thijs wim wouter ' +
    // French
    'adele agnes alain amelie antoine arnaud aurelie bernadette bertrand brigitte camille cecile celine chantal chloe clement corinne ' +
    'damien delphine denis didier dominique elise elodie emmanuel emmanuelle estelle etienne fabien fabrice florent francois francoise frederic ' +
    'gabriel gaelle genevieve gerard gilles guillaume guy helene henri herve isabelle jacqueline jacques jean-claude jean-francois jean-louis ' +
    'jean-luc jean-marc jean-marie jean-michel jean-paul jean-pierre jerome josephine juliette laurence laurent lucie luc marc marcelle ' +
    'marguerite marine martine mathieu maurice maxime mireille monique muriel nathalie odile olivier pascal pascale patrice philippe pierre ' +
    'quentin raphael remi rene romain sandrine sebastien serge severine solange stephane sylvain sylvie therese thibault thierry valentin ' +
    'veronique virginie xavier yann yannick yves ' +
    // Spanish, Portuguese, Catalan
    'adriana alberto alejandra alejandro alfonso alfredo alicia alvaro ana andres angel antonia antonio arturo beatriz benito bernardo blanca ' +
    'carla carlos carmen catalina cesar consuelo cristina diego dolores eduardo elena emilio enrique ernesto esteban esther fabian federico ' +
    'felipe fernanda fernando francisca francisco gabriela gerardo gonzalo graciela gregorio guadalupe guillermo gustavo hector hernan ' +
    'ignacio iker inmaculada inaki irma ivan jaime javier jesus joaquin jordi jorge jose juan juana julio laia leonor leticia lorena lourdes ' +
    'lucia luis luisa magdalena manuel marcela marcos margarita mariana mariano maricarmen maria mario marta mateo mauricio mercedes miguel ' +
    'montserrat natalia nicolas nuria octavio orlando oscar pablo paloma patricio pedro pilar rafael ramiro ramon raquel raul ricardo roberto ' +
    'rocio rodrigo rogelio rosa rosario salvador sergio sofia soledad tomas vicente ximena yolanda afonso catarina joao joana ' +
    'jose goncalo henrique ines luiza mafalda marcelo nuno paulo renata rui tiago vasco ' +
    // Italian, Romanian
    'alessandra alessandro alessio andrea angelo antonella barbara bruno carlo chiara claudio daniela daniele dario davide domenico elena ' +
    'elisa enrico fabio fabrizio federica filippo franca francesca francesco franco gennaro giacomo gianluca gianni giorgia giorgio giovanna ' +
    'giovanni giulia giuliano giulio giuseppe ilaria lorenzo luca luciano luigi marcello marina massimo matteo maurizio michele mirella nicolo ' +
    'ornella paola paolo pietro raffaele riccardo rita roberta rosanna salvatore sandro silvana silvio simona simone stefania stefano tommaso ' +
    'umberto valentina valeria vincenzo vittorio andrei bogdan ciprian cristian dan doina dragos florin gheorghe horia ileana ioana ion ionut ' +
    'iulia liviu mihaela mihai mircea nicoleta radu razvan sorin traian vasile viorel ' +
    // Nordic, Baltic, Finnish
    'agneta anders annika arne asa asbjorn bengt birgitta bjarne bo britt carl cecilia elin emil erik frida fredrik freja gitte goran gro ' +
    'gudrun gunilla gunnar gustav hakan halvor hanne hege helge henrik hilda inger ingeborg ingvar jens-peter jesper johan jorgen jostein karl-erik ' +
    'kirsten kjell kristian kristin kristina lasse leif linnea lotta magnus maja maren margrethe marit mette mikael mikkel mona morten nils ' +
    'oddvar ole olof ove par pelle per petter ragnar rasmus rune sigurd siri soren stig stine sunniva svein tobias tor tore torbjorn trine ' +
    'trond ulla ulrika vidar ylva aino antti eero eeva esa hanna heikki ilkka jari jorma juha jukka kaisa kari leena liisa matti mika mikko olli ' +
    'paavo pekka pirjo riitta sanna sauli seppo tarja tapio timo tuomas vesa andris arvydas ausra dalia gintaras ilze janis juris kestutis ' +
    // Polish, Czech, Slovak, South Slavic, Hungarian
    'agata agnieszka aleksandra aleksander alicja andrzej aneta anita bartosz beata bozena boguslaw cezary dariusz dorota elzbieta ewa ' +
    'grazyna grzegorz halina hanna henryk irena iwona jacek jadwiga jakub janusz jaroslaw jerzy joanna jozef justyna kamil karolina katarzyna ' +
    'kazimierz krystyna krzysztof lech leszek lukasz magda magdalena malgorzata marcin marek mariusz mateusz miroslaw pawel piotr przemyslaw ' +
    'rafal ryszard slawomir stanislaw stefan szymon tadeusz tomasz urszula waldemar wieslaw witold wladyslaw wojciech zbigniew zdzislaw zofia ' +
    'alena bohumil frantisek hana helena ivana jana jaroslav jiri jitka josef karel ladislav lenka libor lubomir lucie ludek marcela marketa ' +
    'martina milan milos miroslav ondrej pavel petr radek stanislav tereza vaclav vera vladimir vojtech zdenek zuzana ana ante biljana branko ' +
    'darko dejan dragan dusan goran ivan ivana ivo janez jelena ljubomir luka marija marko mateja milena mirko nebojsa nemanja nikola petar ' +
    'predrag radovan sanja sasa slobodan snezana tatjana vesna vladan vuk zoran zeljko andras attila balazs bence csaba eszter ferenc gabor ' +
    'gergely gyorgy gyula imre istvan janos jozsef judit katalin krisztina laszlo miklos peter sandor tamas tibor viktor zoltan zsolt zsuzsanna ' +
    // Russian, Ukrainian, Belarusian, Bulgarian, Georgian and others, in Latin letters
    'aleksandr alexei aleksei alexey alisher anatoly andrey andrii arkady artem boris denys dmitri dmitry dmytro ekaterina evgeny galina gennady ' +
    'georgi grigory igor ihor ilya inna kateryna kirill larisa leonid ludmila lyudmila maksim mikhail mykola nadezhda natalya nikolai nikolay oksana ' +
    'oleg oleh oleksandr oleksii olena olga pavlo ruslan sergei sergey serhii svetlana svitlana taras tatiana valentyna vadim vasily viacheslav ' +
    'viktor viktoria vitaly vitalii vladislav volodymyr vyacheslav yaroslav yegor yevgeny yulia yuri zhanna zurab giorgi nino tamar boyko ivaylo plamen ' +
    // in their own letters
    'александр александра алексей алена анатолий андрей анна антон артем борис вадим валентина валерий василий вера виктор виктория виталий владимир ' +
    'владислав вячеслав галина геннадий георгий григорий денис дмитрий евгений евгения екатерина елена иван игорь илья инна ирина кирилл ' +
    'константин ксения лариса леонид людмила максим марина мария михаил надежда наталья николай нина оксана олег ольга павел петр полина роман руслан ' +
    'светлана сергей станислав степан тамара татьяна федор юлия юрий яна ярослав олександр андрій володимир дмитро євген ірина катерина михайло ' +
    'микола наталія олена оксана петро сергій тарас юлія ' +
    // Arabic, Persian, Turkish, South Asian, African, East Asian, in Latin letters
    'abbas abdallah abdel abdul abdullah abdulrahman adel ahmad ahmed aisha ali amal amin amina amir amira anwar aziz bashar bilal faisal farid ' +
    'fatima habib hamid hamza hasan hassan hussein ibrahim ismail jamal kamal karim khaled khalid khalil laila layla leila mahmoud mahmud majid ' +
    'malik mariam mohamed mohammad mohammed muhammad mustafa nabil nadia nasser noor omar osama rami rania rashid reza salim salma sami samir ' +
    'tarek tariq walid yasmin yasser youssef yusuf zainab zeinab ahmet aylin ayse bulent burak cem deniz elif emine emre erdem fatma hakan hatice ' +
    'huseyin kemal mehmet meral murat mustafa nuri omer orhan ozgur recep selin sevim tayfun umut yilmaz zeynep aarav aditi ajay amit anand ' +
    'anil anita anjali arun asha ashok deepak dev divya gita indira kavita kiran krishna lakshmi manoj meena mohan narendra neha nirmala pooja ' +
    'priya rahul raj rajesh rakesh ravi rohit sanjay sunil sunita suresh vijay vikram abena adaeze ade amara ayo babajide chidi chike chinua ' +
    'chioma emeka fatou kofi kwame kwesi mamadou moussa ngozi nkosana obinna ousmane sipho tendai thabo themba uche wanjiru zanele akira ' +
    'emiko haruki haruto hiroshi keiko kenji naoko satoshi shinzo takashi takeshi yoko yoshi yuki jia jing li-wei mei ming ying min-jun ji-woo ' +
    'nguyen linh minh tuan'
  ).split(' ')
