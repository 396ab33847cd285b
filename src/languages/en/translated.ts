/**
 * Words that titles and names are made of and that other languages translate (White House, Supreme Court, Dark Ages), with
 * peoples whose ending names have too (German, as Norman; Korean, as Keegan).
 */
export const translated = new Set(
  `academy act administration african age agency ages agreement air airport alert alliance american ancestry ancient anniversary apartment
  archive archives army art arts asian assembly association attorney australian austrian authority award awards bank battle bay belgian big
  black blue board bond bonds book branch brazilian bridge broadcast broadcasting brothers building bulgarian bureau business butterfly
  cabinet camp campaign canadian capital capitol capt care case castle cathedral cause center central centre century chairman challenge
  chamber championship championships chance chancellor change channel chapel charter chief child children chilean choice christmas church
  circuit citizens city civil class clean climate club co coach coalition coast code col cold collection college colombian color colour
  command commander commission commissioner committee common commons community company conference congress conservative constitution
  consumer control convention copyright corner corp corporation cost council country county court crime crisis croatian cross crown cuban
  cultural culture cup customs dark data date day dead deal death deep defence defense democracy democrat democratic democrats department
  desert design designated development digital direct director disaster distance district division doctor dog double dr dragon dream drug
  duke duty early earth east easter eastern economic edge editor education egyptian eight election electric embassy emergency emperor
  empire end enemy energy enforcement engine engineer environment estonian ethiopian european evening event ever exchange executive eye
  face fair faith false family fast father fear federal federation festival field fight film final financial fire first fish five flag
  fleet floor flower food football force forces foreign forest foundation four free freedom fresh friend friends front full fun fund funny
  future gallery game games garden gardens gas gate gen general german gift girl girls glass global god gold golden good goods gov governor
  grand great green ground group growth guard guide gulf gun half hall hand happy harbor harbour hard health heart heaven heavy hell hero
  heroes high hill hills historical history holy home horse hospital hot hotel hour house human hungarian ice idea image inc independence
  independent index indian indonesian industries industry information inner inside inspector institute institution intelligence
  international investment iranian iron island islands italian job joint journal journey joy jr judge justice justices key kid kids kind
  king kingdom korean labor labour lady lake last late latvian law lead leader league learning left legal letter level liberal liberty
  library libyan lieutenant life light limited line lithuanian little living local long lord lords lost love lower lt ltd lucky machine
  mail main major malaysian manager march market marshal mass master matter may media medical member memorial mexican middle military mind
  minister ministry mirror mission model modern money moon moral morning moroccan mother motor mount mountain mountains mouth movement
  moving mr mrs ms murder museum music mutual mystery name nation national nations native natural navy need neighborhood network never new
  news nice nigerian night nine north northeast northern northwest norwegian note nuclear number ocean office officer official old olympic
  olympics once only open opera opposition orchestra order organisation organization original other outer outside owner palace palestinian
  paper parade parent parents park parliament part partner parts party past path patrol pay peace people perfect personal peruvian pharmacy
  photo pilot pink place plan planet plant platform play player plaza poet point police policy pool poor popular port post power premium
  president press prevention price primary prime prince princess prison private prize problem product production professor program project
  property protection proud province public pure purple quality queen question quick quiet race radio railway rain rainbow rare rating raw
  ready real rebel record red reform region regional registry religion renaissance rep report representative representatives republic
  republican republicans rescue research reserve resources rev review revolution rich ride rift right ring rise risk river road rock roman
  romanian room route royal rule rules running rural russian sacred safe safety saint sale salmon salt satellite saudi save scandinavian
  scene school science sciences screen sea search season seat second secret secretary section security seed self sen senate senator senior
  serbian sergeant series service services seven sgt shadow shaky shared ship shop short show sign signal silent silver simple single sir
  sister site six sky sleep slovenian slow small smart snow social society solar soldier solid song soul sound source south southeast
  southern southwest space spaniard special speed spirit spring square sr st staff stage stand standard star start state states station
  steel step still stone stop store storm story strange strategic stream street strength strike strong student students studies studio
  summer summit sun super supreme surface survivor sweet swing sword syrian system talk tax teacher team technology teen television ten
  territory test theater theatre theory thing think third three thunder ticket tiger tiny title today tomorrow tool top total touch tour
  tower town track trade traditional trail train transport travel treasury treaty tree trial tribunal triple trouble true trust truth
  truths tunisian turbulent turk turn twelve twin two ugly ukrainian uncle under union unique unit united universal university upper urban
  urgent useful user valley value vehicle venezuelan vice victim victorian victory video view village violence virgin vision visit voice
  volunteer vote voyage wake walk wall war watch water wave way weapon weather wedding week weekend welfare welsh west western wheel white
  wild wind window wing winner winter wise witch wolf woman women wood woods word work worker workers works world worst wrong year yellow
  yesterday young youth zone`.split(/\s+/),
);
