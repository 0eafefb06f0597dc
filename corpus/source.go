package corpus

// SourceKind says what a source is; Member States, groups and others are
// counted apart.
type SourceKind string

// The kinds of source.
const (
	SourceMember       SourceKind = "member"      // a Member State
	SourceGroup        SourceKind = "group"       // a regional or other group, never expanded to its members
	SourceSecretariat  SourceKind = "secretariat" // ITU's secretariat, chairs' reports
	SourceSectorMember SourceKind = "sector_member"
	SourceStakeholder  SourceKind = "stakeholder"
	SourceOther        SourceKind = "other"
)

// Source is who submits.
type Source struct {
	// ID is the ISO 3166 alpha-3 code of a Member State, a group's short name
	// ("RCC"), or a name in capitals for others.
	ID   string     `json:"id"`
	Name string     `json:"name"`
	Kind SourceKind `json:"kind"`
}

// Attribution is a submission's own rule on being named.
type Attribution string

// The rules of attribution.
const (
	AttributionNamed     Attribution = "named"
	AttributionAggregate Attribution = "aggregate-only" // counted, never named or quoted by name
)
