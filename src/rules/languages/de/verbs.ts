/** Weak verbs, whose forms follow from the infinitive: kostet, kosten, kostete, kosteten. */
const WEAK = `
kosten fehlen dauern warten antworten melden kaufen verkaufen zahlen bezahlen sparen senken steigern erhöhen verringern
mindern reduzieren verdoppeln verdreifachen halbieren führen decken erreichen verfehlen übersteigen liefern holen brauchen
benötigen nutzen benutzen arbeiten reisen wechseln kündigen klagen beschweren fragen sagen sagten hören glauben wünschen
erwarten hoffen fürchten planen rechnen lohnen amortisieren reichen genügen passen stimmen zeigen belegen beweisen bedeuten
bestätigen verursachen bewirken ermöglichen erlauben verhindern vermeiden stören bremsen beschleunigen verzögern verlängern
verkürzen verbessern verschlechtern verteuern verbilligen stabilisieren stagnieren sammeln stapeln füllen leeren lagern
bauen öffnen schulen lernen lehren leben wohnen gehören leiden lachen machen setzen stellen legen bilden folgen enden
starten landen stoppen drehen kehren teilen trennen verbinden prüfen messen zählen schätzen bewerten beurteilen entwickeln
testen erproben erfüllen verpassen retten schützen sichern gefährden bedrohen belasten entlasten tragen heizen kühlen
pflegen betreuen behandeln versorgen bedienen beraten betreffen berichten erklären beschreiben begründen fordern fördern
unterstützen behindern blockieren fühlen spüren merken bemerken wandern verdienen erwirtschaften investieren produzieren
funktionieren reparieren informieren reagieren verlieren studieren telefonieren existieren akzeptieren profitieren
dominieren passieren korrigieren kontrollieren organisieren finanzieren explodieren kollabieren schrumpfen klettern rutschen
stürzen kippen schwanken pendeln verteilen verlagern erneuern veralten altern rosten lecken drohen ändern verändern
kümmern reden meiden hängen hindern leisten mieten vermieten erzeugen verbrauchen verschwenden gewöhnen erhalten schaffen
binden lösen landen schließen überholen überzeugen überlasten unterscheiden unterschätzen überschätzen wirken zögern
begleiten bearbeiten vertrauen misstrauen hinken bündeln tauschen ersetzen ergänzen besetzen belegen erledigen erleichtern
erschweren ersparen erzielen erzählen hemmen klären lahmen lähmen locken nagen platzen rechtfertigen richten schaden schicken
schulden speichern streiken suchen tanken trauen üben vergrößern verkleinern vernichten verpuffen verschieben versickern
verstopfen wagen warnen wiederholen zielen zwingen zweifeln überraschen häufen sorgen stammen gelten streiten siegen
`;
/** Strong and irregular ones: third person of present and past, singular and plural. */
const STRONG = `
ist sind war waren sei wäre wären hat haben hatte hatten hätte hätten wird werden wurde wurden würde würden kann können konnte
konnten könnte könnten muss müssen musste mussten müsste müssten soll sollen sollte sollten will wollen wollte wollten darf
dürfen durfte durften mag mögen mochte möchte möchten lässt lassen ließ ließen bleibt bleiben blieb blieben kommt kommen kam kamen
geht gehen ging gingen steht stehen stand standen liegt liegen lag lagen steigt steigen stieg stiegen sinkt sinken sank sanken
fällt fallen fiel fielen wächst wachsen wuchs wuchsen nimmt nehmen nahm nahmen gibt geben gab gaben findet finden fand fanden
hält halten hielt hielten verliert verlieren verlor verloren gewinnt gewinnen gewann gewannen bringt bringen brachte brachten
denkt denken dachte dachten weiß wissen wusste wussten kennt kennen kannte kannten nennt nennen nannte nannten läuft laufen lief
liefen fährt fahren fuhr fuhren trägt tragen trug trugen schlägt schlagen schlug schlugen trifft treffen traf trafen betrifft
betreffen betraf übertrifft übertreffen übertraf übertrafen spricht sprechen sprach sprachen verspricht versprechen bricht brechen
brach brachen hilft helfen half halfen sieht sehen sah sahen versteht verstehen verstand verstanden entsteht entstehen entstand
entstanden besteht bestehen bestand bestanden beginnt beginnen begann begannen schreibt schreiben schrieb schrieben
verschwindet verschwinden verschwand zieht ziehen zog zogen verliert fließt fließen floss flossen schließt schließen schloss
schlossen bekommt bekommen bekam bekamen erhält erhalten erhielt erhielten verlässt verlassen verließ verließen vergisst
vergessen vergaß scheint scheinen schien schienen schläft schlafen schlief beträgt betragen betrug betrugen sitzt sitzen saß
saßen isst essen aß stirbt sterben starb starben tut tun tat taten ruft rufen rief riefen heißt heißen hieß rät raten
riet misst messen maß maßen unterscheidet entscheidet entscheiden entschied entschieden überschreitet überschreiten überschritt
überschritten unterschreitet unterschreiten bietet bieten bot boten verbietet leidet leiden litt litten schneidet treibt treiben
trieb trieben wirft werfen warf warfen übernimmt übernehmen übernahm übernahmen vergeht vergehen verging vergingen übersteigt
überstieg überstiegen gilt galt galten schafft schuf weicht weichen wich wiegt wiegen wog reißt riss zwingt zwang empfiehlt
empfehlen greift greifen griff griffen leiht hebt heben hob hoben erscheint erschien gelingt gelingen gelang misslingt
dringt drang bindet band banden hängt hing hingen lädt laden lud luden verdirbt verdarb genießt hebt wendet wandte leert
entgeht entgehen entging entgingen ergibt ergeben ergab ergaben verbringt verbringen verbrachte stößt stoßen stieß reicht
`;

const endsInT = (stem: string): boolean => /[td]$|[^lrhaeiouäöümn][mn]$/u.test(stem);

/** Forms that are finite, or look like the infinitive that a modal verb stands beside. */
export const FINITE: ReadonlySet<string> = new Set([
  ...WEAK.split(/\s+/u)
    .filter((verb) => verb !== "")
    .flatMap((verb) => {
      const stem = verb.replace(/(?<=e[lr])n$|en$/u, "");
      const t = endsInT(stem) ? `${stem}et` : `${stem}t`;
      return [verb, t, `${t}e`, `${t}en`];
    }),
  ...STRONG.split(/\s+/u).filter((verb) => verb !== ""),
]);

/** Words in lower case that end as verbs do and are none. */
export const NO_VERBS: ReadonlySet<string> = new Set(
  `mit nicht seit statt jetzt erst fast selbst meist dort weit samt laut sonst oft gut schlecht alt kalt leicht bunt hart
  insgesamt bereit bekannt gesamt nächst zuletzt zumeist zuerst höchst längst äußerst heut anstatt acht direkt konkret
  indirekt perfekt komplett kompakt intelligent transparent effizient kompetent permanent relevant konstant konsequent
  elegant interessant wert breit satt fest dicht echt schlicht recht zunächst vielleicht überhaupt unterwegs getrennt
  geplant genannt sogenannt gerecht selbst möglichst mindest wenigst vorgesehen ebenfalls tot rot laut exakt abstrakt
  robust bewusst rasant prominent frequent stringent dezent latent resistent different`.split(/\s+/u),
);
