package compare

import (
	"golang.org/x/text/feature/plural"

	"rapporteur/corpus"
)

func french() *phrases {
	return &phrases{
		language: "fr", categories: []plural.Form{plural.One, plural.Other}, comma: ", ", and: " et ",
		nouns: map[string]string{
			"contributions": "# contribution|# contributions", "documents": "# document|# documents",
			"members": "# État Membre|# États Membres", "groups": "# groupe|# groupes",
			"others": "# autre source|# autres sources", "proposals": "# proposition|# propositions",
			"passages": "# passage|# passages", "files": "# fichier|# fichiers", "sources": "# source|# sources",
			"sessions": "# session|# sessions",
		},
		heads: frenchHeads, sections: frenchSections, texts: frenchTexts,
		rules: frenchRules, unnamed: frenchUnnamed, choice: "Les passages de la présente annexe ont été choisis par le rapporteur et non par le programme; l'absence d'autres passages ne dit rien à leur sujet.", footer: frenchFooter,
		themeNames: "Les noms des thèmes sont ceux de l'Annexe 1 de la Résolution 1305 du Conseil; un astérisque (*) signale une traduction non officielle.",
		signature:  "rapporteur {program} · répertoire de codes {codebook} · corpus {corpus}",
		states: map[corpus.CellState]string{
			corpus.CellAddressed: "traité", corpus.CellCitedOnly: "seulement cité",
			corpus.CellNotAddressed: "aucun passage trouvé", corpus.CellNotRead: "non lu",
		},
		stances: map[corpus.Act]string{
			corpus.ActSupport: "Un appui est exprimé par: {who}.",
			corpus.ActReserve: "Une réserve est exprimée par: {who}.",
			corpus.ActOppose:  "Une opposition est exprimée par: {who}.",
		},
		acts: map[corpus.Act]string{
			corpus.ActPropose: "propose", corpus.ActSupport: "appuie", corpus.ActOppose: "s'oppose",
			corpus.ActReserve: "réserve", corpus.ActRequest: "demande", corpus.ActRecommend: "recommande",
			corpus.ActView: "estime", corpus.ActConcern: "se dit préoccupé", corpus.ActInform: "informe",
		},
		uses: map[string]string{
			useCompared: "comparé", useSuperseded: "remplacé", useLanguage: "version linguistique", useCopy: "copie", useNotRead: "non lu",
			useReport: "rapport, non comparé",
		},
		status: map[string]string{"read": "lu", "known": "déjà connu", "not_read": "non lu", "failed": "échec"},
		languages: map[string]string{
			"ar": "arabe", "zh": "chinois", "en": "anglais", "fr": "français", "ru": "russe", "es": "espagnol",
		},
		inLanguage: map[string]string{
			"ar": "en arabe", "zh": "en chinois", "en": "en anglais", "fr": "en français", "ru": "en russe", "es": "en espagnol",
		},
		reasons: map[corpus.Reason]string{
			corpus.ReasonPassword: "protégé par un mot de passe", corpus.ReasonFormat: "format inconnu", corpus.ReasonGarbled: "texte illisible",
			corpus.ReasonScanned: "pages numérisées", corpus.ReasonTooLarge: "trop volumineux", corpus.ReasonTimeout: "délai dépassé",
			corpus.ReasonMemory: "mémoire insuffisante", corpus.ReasonBroken: "fichier endommagé", corpus.ReasonEmpty: "sans texte",
			corpus.ReasonDuplicate: "même fichier deux fois",
		},
		addressees: map[string]string{
			"Council": "Conseil", "CWG-Internet": "GTC-Internet", "Plenipotentiary Conference": "Conférence de plénipotentiaires",
			"Secretary-General": "Secrétaire général", "Director of BDT": "Directeur du BDT", "Director of TSB": "Directeur du TSB",
			"Director of BR": "Directeur du BR", "Member States": "États Membres", "ITU": "UIT",
			"Directors of the Bureaux": "Directeurs des Bureaux", "IGF": "FGI", "United Nations": "Nations Unies", "stakeholders": "parties prenantes",
		},
		versions: map[string]string{"original": "texte initial"},
		unknown:  "Source non indiquée",
		months: [12]string{
			"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
		},
		date: "{day} {month} {year}", page: "p. {n}",
		columns: frenchColumns,
	}
}

var frenchHeads = heads{
	title: "Comparaison des contributions soumises au Groupe de travail du Conseil sur les questions de politiques publiques internationales relatives à l'Internet",
	cover: "À propos du présent rapport", received: "Récapitulatif des contributions reçues", reading: "Comment lire le présent rapport",
	matrix: "Qui a traité quoi", overview: "Thèmes selon le nombre de contributions", process: "Travaux du groupe lui-même",
	other: "Propositions hors des douze thèmes", register: "Registre des propositions",
	recommendations: "Éléments de recommandations à l'intention du Conseil", workplan: "Projet de feuille de route et de plan de travail, pour examen",
	meetings: "Évolution entre les réunions", revisions: "Modifications dans les documents révisés", documents: "Annexe: liste des documents",
	ledger: "Annexe: état des fichiers", uncertain: "Annexe: étiquettes incertaines", chosen: "Annexe: passages choisis par le rapporteur", standing: "Statut du présent rapport",
}

var frenchSections = sections{
	challenges: "Difficultés et risques", gaps: "Lacunes dans la participation des États et dans les dispositifs", practices: "Solutions et pratiques possibles",
	positions: "Positions", proposals: "Propositions", common: "Points communs", differing: "Vues divergentes", open: "Questions restant ouvertes",
}

var frenchTexts = texts{
	received:  "Au {cutoff}, {works@contributions} ({documents@documents}) {works:avait été reçue|avaient été reçues} pour {meetings} ({sources}).",
	uses:      "Comparés: {compared@documents}; remplacés par une révision: {superseded@documents}; autres versions linguistiques: {language@documents}; copies: {copies@documents}.",
	languages: "Langues des documents comparés: {languages}.",
	reports:   "{n@documents} émanant d'un président ou du secrétariat {n:figure|figurent} dans la liste sans être {n:comparé|comparés}: {n:il ne contient|ils ne contiennent} aucune position propre d'un État Membre.",
	notRead:   "{n@files} n'{n:a pu être lu et ne fait|ont pu être lus et ne font} pas partie de la comparaison.",
	withheld:  "{n@contributions}, dont la source a demandé à ne pas être nommée, {n:est comptée|sont comptées} ci-dessus et {n:n'est citée|ne sont citées} nulle part.",
	addressed: "{works} des {all@contributions} {works:traite|traitent} de ce thème ({sources}).",
	citedOnly: "Thème seulement cité, sans avis propre, par: {who}.",
	silent:    "Aucun passage n'a été trouvé dans les contributions de: {who}.",
	unread:    "Rien n'a pu être lu de: {who}.",
	more:      "De la même source, encore {n@passages}:",

	registered: "{proposals@proposals} {proposals:a été trouvée|ont été trouvées} dans {works@contributions} ({sources}).",
	similar:    "{id}: {proposals@proposals} dans {works@contributions} ({sources}) sont similaires: {who}.",
	stanceOnly: "{id}: d'autres contributions prennent position sur {who}.",
	central:    "Selon les termes de la plus centrale:",
	onSubject:  "Sur le même sujet, sans mention du document: {stance}",
	grouped:    "Ce groupe a été constitué par un analyste.",
	renamed:    "Ce groupe a été nommé par un analyste.",

	openSingle:   "Aucune autre contribution ne fait de proposition similaire ni ne prend position sur {n@proposals}: {ids}.",
	openReserved: "Une réserve est exprimée sur le sujet de {n@proposals}: {ids}.",
	openOpposed:  "Une opposition est exprimée sur le sujet de {n@proposals}: {ids}.",

	council:       "{proposals@proposals} dans {works@contributions} ({sources}) {proposals:s'adresse au Conseil ou demande|s'adressent au Conseil ou demandent} des recommandations ou des rapports à son intention: {ids}.",
	councilSingle: "{proposals@proposals} sans autre proposition similaire:",
	councilNone:   "Aucune proposition n'a été trouvée qui s'adresse au Conseil ou demande des recommandations à son intention.",

	plan:         "{proposals@proposals} dans {works@contributions} ({sources}) {proposals:porte|portent} sur un plan de travail, une feuille de route ou les sujets des sessions: {ids}.",
	planPeriod:   "La période nommée dans {works@contributions} est {period}.",
	planMeetings: "Réunions nommées dans les propositions: {meetings}.",
	planNone:     "Aucune proposition n'a été trouvée qui porte sur un plan de travail ou sur les sujets des sessions; aucun plan n'est esquissé.",
	planRule:     "L'esquisse ci-après attribue un thème à chaque session de la période: d'abord les thèmes au sujet desquels le plus de sources font des propositions, puis ceux au sujet desquels il n'y a que des difficultés ou des lacunes; les thèmes en surnombre s'ajoutent aux dernières sessions. Lorsqu'elle indique des années, elle suppose {n@sessions} par an. Les résultats explicites sont des propositions, citées. Le tout est soumis pour examen.",
	planItem:     "{session}: thème {theme}, {label}. {proposals@proposals} à ce sujet {proposals:est formulée|sont formulées} dans {works@contributions} ({sources}). Pour examen.",
	planRaised:   "{session}: thème {theme}, {label}. Aucune proposition n'est faite à ce sujet; des difficultés ou des lacunes sont soulevées dans {works@contributions} ({sources}). Pour examen.",
	planOpen:     "{session}: il ne reste aucun thème; le choix du sujet appartient au Groupe. Pour examen.",
	planChoice:   "au choix du Groupe",
	planNamed:    "{session}: {proposals@proposals} {proposals:nomme|nomment} cette réunion: {ids}. Pour examen.",
	planSession:  "{year}, session {n}",
	planOrdinal:  "session n° {n}",
	consider:     "pour examen",

	meeting:      "{who}, {meeting} par rapport à {previous}: propositions nouvelles: {new}; répétées: {repeated}; modifiées: {changed}; non répétées: {dropped}.",
	meetingTotal: "{meeting} par rapport à la réunion précédente ({sources@sources}): propositions nouvelles: {new}; répétées: {repeated}; modifiées: {changed}; non répétées: {dropped}.",
	meetingNote:  "Les propositions d'une source à deux réunions sont rapprochées par similarité. Le fait qu'une proposition ne soit pas répétée ne dit rien de la position de sa source.",
	revision:     "{symbol} par rapport à {old}: paragraphes nouveaux: {new}; modifiés: {changed}; supprimés: {removed}; inchangés: {same}.",
	new:          "nouveau", was: "avant", now: "maintenant", removed: "supprimé",
	uncertain: "Thèmes seulement suggérés, qui ne comptent nulle part dans le présent rapport: {n@passages}; affichés, du plus sûr au moins sûr: {shown}.",

	members: "{n~un État Membre|deux États Membres|quelques États Membres (#)}",
	groups:  "{n~un groupe régional|deux groupes régionaux|quelques groupes régionaux (#)}", others: "{n~une autre source|deux autres sources|quelques autres sources (#)}",
	named: "par le nom de la source", attributed: "sans les noms des sources",
	coverMeetings: "Réunions", coverCutoff: "Date limite", coverAttribution: "Attribution", coverLanguage: "Langue",
	coverProgram: "Programme", coverCodebook: "Répertoire de codes", coverCorpus: "Corpus", coverWorks: "Contributions", coverUnits: "Sources",
}

var frenchColumns = columns{
	theme: "Thème", proposal: "N°", source: "Source", text: "Texte", addressee: "Destinataire", timing: "Échéance",
	themes: "Thèmes", process: "Travaux du groupe", place: "Référence", document: "Document", title: "Titre", date: "Date",
	language: "Langue", version: "Version", use: "Emploi", file: "Fichier", status: "État", reason: "Motif",
	works: "Contributions", members: "États Membres", groups: "Groupes", others: "Autres sources", proposals: "Propositions", score: "Note",
	citing: "Sources qui ne font que le citer", silent: "Sources sans passage à ce sujet", unread: "Sources non lues",
	session: "Session", issue: "Question thématique", raised: "Soulevé par", outputs: "Résultats explicites", rests: "Repose sur",
	meeting: "Réunion", since: "Depuis", new: "Nouvelles", repeated: "Répétées", changed: "Modifiées", notRepeated: "Non répétées",
}

var frenchRules = []string{
	"Les contributions sont comptées comme des œuvres: une révision, une version linguistique ou un fichier joint n'en fait pas une de plus.",
	"Un groupe est compté comme un groupe et n'est jamais décomposé en ses membres; les cosignataires nommés sont comptés un par un.",
	"Une contribution traite d'un thème lorsque l'un au moins de ses passages exprime à ce sujet quelque chose de propre à sa source; un passage qui ne fait que citer un autre texte est indiqué comme cité.",
	"Aucun passage trouvé ne signifie rien d'autre: le silence n'est ni un appui ni une opposition.",
	"Lorsque les États Membres ne sont pas nommés, «un État Membre» signifie 1, «deux États Membres» 2 et «quelques États Membres» 3 ou plus, le nombre exact étant indiqué à côté; il n'y a pas d'autres quantificateurs.",
	"Les points communs sont des propositions de sources différentes, similaires par les concepts du répertoire de codes et par leurs mots, au sujet desquelles aucune réserve ni opposition n'a été trouvée; ce n'est pas un accord. Une prise de position compte lorsqu'un texte nomme le document, ou parle du sujet de la proposition et est cité.",
	"Les citations sont textuelles, dans la langue du document comparé, avec leurs erreurs.",
	"Les sources figurent dans l'ordre alphabétique de leurs noms dans la langue du rapport; les paragraphes, les propositions et les groupes de vues portent les mêmes numéros dans toutes les langues. Les travaux du groupe lui-même sont tenus à l'écart des douze thèmes.",
	"Les passages ont été trouvés et classés par une machine, selon des règles fixes et un répertoire de codes; les versions qui permettent de reproduire le présent rapport sont indiquées à la première page. Rien n'a été rédigé par un modèle de langage.",
}

const frenchUnnamed = "Aucune source n'est nommée dans le présent rapport. Lorsqu'une citation en nomme une, elle est coupée autour du nom et […] remplace la coupure; chaque fragment est textuel. Les documents se distinguent par le début de leur empreinte."

var frenchFooter = []string{
	"Le présent rapport a été établi avec l'aide d'une machine à partir des documents qui y sont énumérés.",
	"Il ne représente pas un point de vue convenu et ne constitue pas une position de l'Union ni d'aucun contributeur.",
	"Veuillez vous reporter aux documents originaux.",
}
