package compare

import (
	"golang.org/x/text/feature/plural"

	"rapporteur/corpus"
)

func spanish() *phrases {
	return &phrases{
		language: "es", categories: []plural.Form{plural.One, plural.Other}, comma: ", ", and: " y ",
		nouns: map[string]string{
			"contributions": "# contribución|# contribuciones", "documents": "# documento|# documentos",
			"members": "# Estado Miembro|# Estados Miembros", "groups": "# grupo|# grupos",
			"others": "# otra fuente|# otras fuentes", "proposals": "# propuesta|# propuestas",
			"passages": "# pasaje|# pasajes", "files": "# archivo|# archivos", "sources": "# fuente|# fuentes",
			"sessions": "# sesión|# sesiones",
		},
		heads: spanishHeads, sections: spanishSections, texts: spanishTexts,
		rules: spanishRules, unnamed: spanishUnnamed, choice: "Los pasajes del presente anexo han sido elegidos por el relator y no por el programa; que otros no figuren en él nada indica sobre ellos.", footer: spanishFooter,
		themeNames: "Los nombres de los temas son los del Anexo 1 a la Resolución 1305 del Consejo; un asterisco (*) señala una traducción no oficial.",
		signature:  "rapporteur {program} · libro de códigos {codebook} · corpus {corpus}",
		states: map[corpus.CellState]string{
			corpus.CellAddressed: "tratado", corpus.CellCitedOnly: "solo citado",
			corpus.CellNotAddressed: "ningún pasaje encontrado", corpus.CellNotRead: "no leído",
		},
		stances: map[corpus.Act]string{
			corpus.ActSupport: "Expresan apoyo: {who}.",
			corpus.ActReserve: "Expresan una reserva: {who}.",
			corpus.ActOppose:  "Expresan oposición: {who}.",
		},
		acts: map[corpus.Act]string{
			corpus.ActPropose: "propone", corpus.ActSupport: "apoya", corpus.ActOppose: "se opone",
			corpus.ActReserve: "reserva", corpus.ActRequest: "pide", corpus.ActRecommend: "recomienda",
			corpus.ActView: "considera", corpus.ActConcern: "expresa preocupación", corpus.ActInform: "informa",
		},
		uses: map[string]string{
			useCompared: "comparado", useSuperseded: "sustituido", useLanguage: "versión lingüística", useCopy: "copia", useNotRead: "no leído",
			useReport: "informe, no comparado",
		},
		status: map[string]string{"read": "leído", "known": "ya conocido", "not_read": "no leído", "failed": "error"},
		languages: map[string]string{
			"ar": "árabe", "zh": "chino", "en": "inglés", "fr": "francés", "ru": "ruso", "es": "español",
		},
		inLanguage: map[string]string{
			"ar": "en árabe", "zh": "en chino", "en": "en inglés", "fr": "en francés", "ru": "en ruso", "es": "en español",
		},
		reasons: map[corpus.Reason]string{
			corpus.ReasonPassword: "protegido con contraseña", corpus.ReasonFormat: "formato desconocido", corpus.ReasonGarbled: "texto ilegible",
			corpus.ReasonScanned: "páginas escaneadas", corpus.ReasonTooLarge: "demasiado grande", corpus.ReasonTimeout: "tiempo agotado",
			corpus.ReasonMemory: "memoria insuficiente", corpus.ReasonBroken: "archivo dañado", corpus.ReasonEmpty: "sin texto",
			corpus.ReasonDuplicate: "mismo archivo dos veces",
		},
		addressees: map[string]string{
			"Council": "Consejo", "CWG-Internet": "GTC-Internet", "Plenipotentiary Conference": "Conferencia de Plenipotenciarios",
			"Secretary-General": "Secretario General", "Director of BDT": "Director de la BDT", "Director of TSB": "Director de la TSB",
			"Director of BR": "Director de la BR", "Member States": "Estados Miembros", "ITU": "UIT",
			"Directors of the Bureaux": "Directores de las Oficinas", "IGF": "FGI", "United Nations": "Naciones Unidas", "stakeholders": "partes interesadas",
		},
		versions: map[string]string{"original": "texto inicial"},
		unknown:  "Fuente no indicada",
		months: [12]string{
			"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
		},
		date: "{day} de {month} de {year}", page: "pág. {n}",
		columns: spanishColumns,
	}
}

var spanishHeads = heads{
	title: "Comparación de las contribuciones presentadas al Grupo de Trabajo del Consejo sobre cuestiones de política pública internacional relacionadas con Internet",
	cover: "Acerca del presente informe", received: "Resumen de lo recibido", reading: "Cómo leer el presente informe",
	matrix: "Quién trató qué", overview: "Temas por número de contribuciones", process: "Labor del propio grupo",
	other: "Propuestas ajenas a los doce temas", register: "Registro de propuestas",
	recommendations: "Elementos para recomendaciones al Consejo", workplan: "Proyecto de hoja de ruta y plan de trabajo, para su consideración",
	meetings: "Cambios entre reuniones", revisions: "Cambios en los documentos revisados", documents: "Anexo: lista de documentos",
	ledger: "Anexo: relación de archivos", uncertain: "Anexo: etiquetas inciertas", chosen: "Anexo: pasajes elegidos por el relator", standing: "Carácter del presente informe",
}

var spanishSections = sections{
	challenges: "Dificultades y riesgos", gaps: "Deficiencias en la participación de los Estados y en los mecanismos", practices: "Posibles soluciones y prácticas",
	positions: "Posiciones", proposals: "Propuestas", common: "Puntos en común", differing: "Opiniones divergentes", open: "Cuestiones pendientes",
}

var spanishTexts = texts{
	received:  "Hasta el {cutoff} se {works:había|habían} recibido {works@contributions} ({documents@documents}) para {meetings} ({sources}).",
	uses:      "Comparados: {compared@documents}; sustituidos por una revisión: {superseded@documents}; otras versiones lingüísticas: {language@documents}; copias: {copies@documents}.",
	languages: "Idiomas de los documentos comparados: {languages}.",
	reports:   "{n@documents} de un presidente o de la secretaría {n:figura|figuran} en la lista y no se {n:compara|comparan}: no {n:contiene|contienen} opinión propia de ningún Estado Miembro.",
	notRead:   "{n@files} no {n:se pudo leer y no forma|se pudieron leer y no forman} parte de la comparación.",
	withheld:  "{n@contributions}, cuya fuente pidió no ser nombrada, {n:se cuenta|se cuentan} arriba y no {n:se cita|se citan} en ninguna parte.",
	addressed: "{works} de {all@contributions} {works:trata|tratan} este tema ({sources}).",
	citedOnly: "Tema solo citado, sin opinión propia, por: {who}.",
	silent:    "No se encontró ningún pasaje en las contribuciones de: {who}.",
	unread:    "No se pudo leer nada de: {who}.",
	more:      "De la misma fuente, {n@passages} más:",

	registered: "{proposals:Se encontró|Se encontraron} {proposals@proposals} en {works@contributions} ({sources}).",
	similar:    "{id}: {proposals@proposals} en {works@contributions} ({sources}) son similares: {who}.",
	stanceOnly: "{id}: otras contribuciones toman posición sobre {who}.",
	central:    "En palabras de la más central:",
	onSubject:  "Sobre el mismo asunto, sin nombrar el documento: {stance}",
	grouped:    "Este grupo fue formado por un analista.",
	renamed:    "Este grupo fue nombrado por un analista.",

	openSingle:   "Ninguna otra contribución hace una propuesta similar ni toma posición sobre {n@proposals}: {ids}.",
	openReserved: "Se expresa una reserva sobre el asunto de {n@proposals}: {ids}.",
	openOpposed:  "Se expresa oposición sobre el asunto de {n@proposals}: {ids}.",

	council:       "{proposals@proposals} en {works@contributions} ({sources}) {proposals:se dirige al Consejo o le pide|se dirigen al Consejo o le piden} recomendaciones o informes: {ids}.",
	councilSingle: "{proposals@proposals} sin otra propuesta similar:",
	councilNone:   "No se encontró ninguna propuesta dirigida al Consejo o que pida recomendaciones para él.",

	plan:         "{proposals@proposals} en {works@contributions} ({sources}) {proposals:se refiere|se refieren} a un plan de trabajo, una hoja de ruta o los asuntos de las sesiones: {ids}.",
	planPeriod:   "El periodo nombrado en {works@contributions} es {period}.",
	planMeetings: "Reuniones nombradas en las propuestas: {meetings}.",
	planNone:     "No se encontró ninguna propuesta sobre un plan de trabajo o los asuntos de las sesiones; no se esboza ninguno.",
	planRule:     "El siguiente esbozo asigna un tema a cada sesión del periodo: primero los temas sobre los que más fuentes formulan propuestas, después aquellos sobre los que solo hay dificultades o deficiencias; los que sobran se añaden a las últimas sesiones. Cuando indica años, supone {n@sessions} al año. Los resultados explícitos son propuestas, citadas. Todo ello se presenta para su consideración.",
	planItem:     "{session}: tema {theme}, {label}. Se {proposals:formula|formulan} al respecto {proposals@proposals} en {works@contributions} ({sources}). Para su consideración.",
	planRaised:   "{session}: tema {theme}, {label}. No se formula al respecto propuesta alguna; se plantean dificultades o deficiencias en {works@contributions} ({sources}). Para su consideración.",
	planOpen:     "{session}: no queda ningún tema; la elección del asunto corresponde al Grupo. Para su consideración.",
	planChoice:   "a elección del Grupo",
	planNamed:    "{session}: {proposals@proposals} {proposals:nombra|nombran} esta reunión: {ids}. Para su consideración.",
	planSession:  "{year}, sesión {n}",
	planOrdinal:  "sesión n.º {n}",
	consider:     "para su consideración",

	meeting:      "{who}, {meeting} frente a {previous}: propuestas nuevas: {new}; repetidas: {repeated}; modificadas: {changed}; no repetidas: {dropped}.",
	meetingTotal: "{meeting} frente a la reunión anterior ({sources@sources}): propuestas nuevas: {new}; repetidas: {repeated}; modificadas: {changed}; no repetidas: {dropped}.",
	meetingNote:  "Las propuestas de una fuente en dos reuniones se emparejan por semejanza. Que una propuesta no se repita nada dice de la posición de su fuente.",
	revision:     "{symbol} frente a {old}: párrafos nuevos: {new}; modificados: {changed}; suprimidos: {removed}; sin cambios: {same}.",
	new:          "nuevo", was: "antes", now: "ahora", removed: "suprimido",
	uncertain: "Temas solo sugeridos, que no cuentan en ninguna parte del presente informe: {n@passages}; se muestran, del más seguro al menos seguro: {shown}.",

	members: "{n~un Estado Miembro|dos Estados Miembros|algunos Estados Miembros (#)}",
	groups:  "{n~un grupo regional|dos grupos regionales|algunos grupos regionales (#)}", others: "{n~otra fuente|otras dos fuentes|algunas otras fuentes (#)}",
	named: "por el nombre de la fuente", attributed: "sin los nombres de las fuentes",
	coverMeetings: "Reuniones", coverCutoff: "Fecha límite", coverAttribution: "Atribución", coverLanguage: "Idioma",
	coverProgram: "Programa", coverCodebook: "Libro de códigos", coverCorpus: "Corpus", coverWorks: "Contribuciones", coverUnits: "Fuentes",
}

var spanishColumns = columns{
	theme: "Tema", proposal: "N.º", source: "Fuente", text: "Texto", addressee: "Destinatario", timing: "Plazo",
	themes: "Temas", process: "Labor del grupo", place: "Referencia", document: "Documento", title: "Título", date: "Fecha",
	language: "Idioma", version: "Versión", use: "Uso", file: "Archivo", status: "Estado", reason: "Motivo",
	works: "Contribuciones", members: "Estados Miembros", groups: "Grupos", others: "Otras fuentes", proposals: "Propuestas", score: "Puntuación",
	citing: "Fuentes que solo lo citan", silent: "Fuentes sin pasajes al respecto", unread: "Fuentes no leídas",
	session: "Sesión", issue: "Cuestión temática", raised: "Planteado por", outputs: "Resultados explícitos", rests: "Se basa en",
	meeting: "Reunión", since: "Desde", new: "Nuevas", repeated: "Repetidas", changed: "Modificadas", notRepeated: "No repetidas",
}

var spanishRules = []string{
	"Las contribuciones se cuentan como obras: una revisión, una versión lingüística o un archivo adjunto no constituyen otra.",
	"Un grupo se cuenta como grupo y nunca se desglosa en sus miembros; los cosignatarios nombrados se cuentan uno por uno.",
	"Una contribución trata un tema cuando al menos uno de sus pasajes dice al respecto algo propio de su fuente; un pasaje que solo cita otro texto figura como citado.",
	"Ningún pasaje encontrado no significa más que eso: el silencio no es apoyo ni oposición.",
	"Cuando no se nombra a los Estados Miembros, «un Estado Miembro» es 1, «dos Estados Miembros» 2 y «algunos Estados Miembros» 3 o más, con el número exacto al lado; no hay otros cuantificadores.",
	"Los puntos en común son propuestas de fuentes diferentes, similares por los conceptos del libro de códigos y por sus palabras, sobre las que no se encontró reserva ni oposición; no constituyen un acuerdo. Una toma de posición cuenta cuando un texto nombra el documento, o habla del asunto de la propuesta y se cita.",
	"Las citas son textuales, en el idioma del documento comparado, con sus errores.",
	"Las fuentes figuran por orden alfabético de sus nombres en el idioma del informe; los párrafos, las propuestas y los grupos de opiniones llevan los mismos números en todos los idiomas. La labor del propio grupo se mantiene aparte de los doce temas.",
	"Los pasajes fueron hallados y clasificados por una máquina, con reglas fijas y un libro de códigos; las versiones que permiten reproducir el presente informe figuran en su primera página. Nada fue escrito por un modelo de lenguaje.",
}

const spanishUnnamed = "En el presente informe no se nombra ninguna fuente. Cuando una cita nombra una, se corta alrededor del nombre y […] sustituye lo cortado; cada fragmento es textual. Los documentos se distinguen por el comienzo de su resumen criptográfico."

var spanishFooter = []string{
	"El presente informe se elaboró con ayuda de una máquina a partir de los documentos que en él se enumeran.",
	"No representa una opinión acordada ni constituye una posición de la Unión ni de ningún contribuyente.",
	"Sírvase consultar los documentos originales.",
}
