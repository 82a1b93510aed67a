/**
 * Words that no label begins or ends with: those that say nothing in any title, and
 * those that titles say of every study. English, as titles mostly are; the commonest
 * of German, French and Spanish.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above across after against all almost along also although always am among an and
  another any are around as at away be became because become been before behind being below
  beside besides best better between beyond both but by can cannot could did do does doing done
  down due during each either else enough etc even ever every few first for from further get give
  given go good had has have having he hence her here him his how however i if in indeed instead
  into is it its itself just last least less like made make making many may me might more most
  much must my near neither never new no nor not nothing now of off often on once one only onto
  or other others our out over own per perhaps quite rather really s same second several shall
  she should since so some still such t than that the their them themselves then there therefore
  these they third this those three through throughout thus to together too toward towards two
  under until up upon us use used useful uses using versus very via vs was way ways we well were
  what when where whether which while who whom whose why will with within without would yet you
  your
  analysis approach article case chapter comment comparative comparison effect effective
  effectiveness empirical evidence evaluating evaluation examination examining experiment
  experimental exploring exploration finding framework i ii iii improved improving improvement
  introduction investigating investigation issue journal literature meta method methodology note
  novel overview paper perspective preliminary proceeding report research result review role
  study survey system systematic task toward trial understanding volume work workshop
  der die das den dem des ein eine einer und oder mit von für zur zum im am auf bei nach über
  le la les un une du de des et ou dans pour sur avec par aux au
  el los las una y o con para por del en`.split(/\s+/u),
);
