package compare

// Part is a part of the report that can be asked for.
type Part string

// The parts, in the order in which they are written. The standing of the report
// closes every one.
const (
	PartCover           Part = "cover"
	PartSummary         Part = "summary"
	PartReading         Part = "reading"
	PartMatrix          Part = "matrix"
	PartThemes          Part = "themes"
	PartProcess         Part = "process"
	PartRegister        Part = "register"
	PartRecommendations Part = "recommendations"
	PartWorkplan        Part = "workplan"
	PartMeetings        Part = "meetings"
	PartRevisions       Part = "revisions"
	PartDocuments       Part = "documents"
	PartLedger          Part = "ledger"
	PartUncertain       Part = "uncertain"
	PartChosen          Part = "chosen"
)

// Parts gives every part in order.
func Parts() []Part {
	return []Part{
		PartCover, PartSummary, PartReading, PartMatrix, PartThemes, PartProcess, PartRegister, PartRecommendations,
		PartWorkplan, PartMeetings, PartRevisions, PartDocuments, PartLedger, PartUncertain, PartChosen,
	}
}
