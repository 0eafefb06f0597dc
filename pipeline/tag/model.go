package tag

// Model is the linear layer.
type Model struct{}

// verdict is what the model says of one passage.
type verdict struct{}

func embeddedModel() *Model { return nil }

func (m *Model) judge(r *reading) verdict { return verdict{} }

// settle joins the codebook's finding with the model's.
func (m *Model) settle(r *reading, f themeFound) themeFound {
	f.status = levelOf(f.score)
	return f
}

// kind lets the model overrule the cues.
func (m *Model) kind(r *reading, byCues kindFound) kindFound { return byCues }
