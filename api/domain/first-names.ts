/**
 * First names that are written in France and are no common word there. `Claire`, `Rose`, `Pascal`, `Aimé` or `Marin` are left
 * out on purpose: a note that is refused for nothing is not written again.
 */
const NAMES = `
  abdallah abdel abdelkader abderrahmane abdou abdoulaye achille adama adele adeline adrian adrien agathe agnes ahmed aicha aissatou
  alain alban albert alberto aleksandr alessandro alexandra alexandre alexis alfred ali alice aline alioune alphonse amadou
  amandine amelie amina aminata amine anais anatole andre andrea andreas anna anne annick annie anthony antoine antonio armand
  arnaud arthur assia audrey augustin aurelie aurelien awa axelle aya ayoub aziz bakary baptiste barbara beatrice benedicte
  benjamin benoit bernadette bernard bertrand bilal boris boubacar brahim brigitte bruno camille carine carlos carole caroline
  catherine cecile cedric celia celine chantal charles charlotte cheikh chloe christelle christian christiane christine
  christophe clara claude claudette claudine clemence clement coralie corinne cyril damien daniel daniele danielle david deborah
  delphine denis denise diego dieudonne dimitri djamel djibril dmitri dominique dounia edith edmond edouard eduardo elena eliane
  elias elisa elisabeth elise elodie elsa emile emilie emma emmanuel emmanuelle enzo eric ernest esma esteban estelle esther
  etienne eugene eva evelyne fabien fabienne fabrice fanny farid fatima fatiha fatma fatou fatoumata felix fernand fernanda
  fernando fiona florence florent florian francesco francine francis franck francois francoise frederic frederique gabin
  gabriel gabrielle gaelle gaetan genevieve geoffrey georges georgette gerald geraldine gerard germaine ghislaine gilbert gilles
  giovanni gisele giuseppe gregory guillaume gustave gwenaelle habib hakim halima hamid hamza hanane hannah hassan hassane helene
  henri henriette herve houria hugo hugues ibrahim ibrahima idriss ilham ilyes imane ines ingrid irene isabelle ismael issa
  ivan jacqueline jacques jamila janine jasmine jean jeanne jeannine jeremy jerome jessica joao joaquim joel joelle johan johanna
  john jordan jorge jose joseph josephine josette josiane juan judith jules julia julie julien juliette justine kader kamel karim
  karima karine katia kevin khadija khalid khalil khadidja lamine laetitia latifa laura laure laurence laurent lea leila leon
  leonard leonie leo liliane lina linda lionel lisa loic lola louis louise luc lucas lucie lucien lucienne ludovic luigi luis
  lydia lydie madeleine maelle maeva magali magalie mahamadou malek malika malik mamadou manon manuel marc marcel marcelle
  marguerite maria mariam mariama marie marilyn marine mario marion marjorie martha martine maryse mateo mathieu mathilde
  matthias matthieu maud maurice maxence maxime mehdi melanie melissa mercedes meryem michael michel michele micheline miguel
  mikael mireille mohamed mohammed moktar monique mouhamed mounia mourad moussa mustapha myriam nabil nadege nadia nadine naima
  najat nassim natacha nathalie nathan nelly nicolas nicole noemie nora nordine norbert noura odette odile olga olivia olivier
  omar oscar oumar oumou ousmane pablo pamela patrice patricia patrick paul paula paulette pauline paulo pedro philippe pierre
  pierrette quentin rachel rachid rachida rafael rania raphael raphaelle raymond raymonde rebecca redouane regine regis remi
  renaud rene renee ricardo richard rita robert roberto rodolphe rodrigue roger roland romain romane romeo rosa roxane rui
  sabine sabrina safia said saida salah salim salima salimata samia samir samira samuel sandra sandrine sara sarah sebastien
  sekou selim serge sergio severine sidonie simone sofia sofiane sokhna solange soledad solene sonia sophie souad soumaya
  stanislas stephane stephanie sulivan suzanne svetlana sylvain sylvie tatiana teresa thibault thierry thomas tiago timothee
  tony valentin valerie vanessa veronique vicente vincent virginie vladimir wafa walid wassim wilfried william xavier yacine yamina
  yann yannick yasmina yasmine yassine yohan yolande youcef youssef yusuf yvan yves yvette yvon yvonne zahia zahra zineb zohra`
  .trim()
  .split(/\s+/)

const FIRST_NAMES: ReadonlySet<string> = new Set(NAMES)

const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** `Marie`, `Jean-Pierre`, `FATIMA`: written as a name, and one of the list in its first part. */
export const isFirstName = (word: string): boolean =>
  /^\p{Lu}/u.test(word) && FIRST_NAMES.has(plain(word.split('-')[0]!))
