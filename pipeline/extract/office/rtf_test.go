package office

import (
	"testing"

	"rapporteur/pipeline/extract/block"
)

// TestRTF reads short files.
func TestRTF(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"pieces", "{\\rtf1 Co-{\\b oper}ation\\tab two\\line three\\_fo\\-ur\\par\\pard next\\~one \\{\\}\\\\\n}", "body Co-operation→two↵three\u2011four\nbody next one {}\\"},
		{"unicode and what stands in for it", `{\rtf1\uc1 \u1055?\u1088\'3f{\uc2 \u21152\'d0\'ad}\uc0\u-10179\u-8704 x}`, "body Пр加😀x"},
		{"code pages by font", `{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}{\f2\fcharset178 C;}{\f3\fcharset134 D;}{\f4\fcharset128 E;}{\f5\fcharset2 Symbol;}}\f0\'e9 \f1\'cf\'f0 \f2\'c7\'e1 \f3\'d6\'d0 \f4\'93\'fa \f5\'b3}`, "body é Пр ال 中 日 ≥"},
		{"code page of the file", `{\rtf1\ansi\ansicpg1251{\fonttbl{\f0 A;}}\f0\'cf\'f0}`, "body Пр"},
		{"second byte written plain", `{\rtf1\ansi\ansicpg932 \'83A}`, "body ア"},
		{"two groups for one text", `{\rtf1{\upr{no}{\*\ud{yes}}} more}`, "body yes more"},
		{"destinations", `{\rtf1{\*\unknown no}{\info{\author no}{\title Title}}{\pict\bin3 }}}}{\*\bkmkstart no}seen}`, "body seen"},
		{"fields", `{\rtf1{\field{\*\fldinst{HYPERLINK "no"}}{\fldrslt{link}}} text}`, "body link text"},
		{"styles", `{\rtf1{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s2\sbasedon1 Mine;}{\s3\outlinelevel2 Own;}{\s4 Quote;}}\pard\s1 One\par\pard\s2 Two\par\pard\s3 Three\par\pard\s4 Four\par\pard Five\par}`, "heading1 One\nheading1 Two\nheading3 Three\nquotation Four\nbody Five"},
		{"notes", `{\rtf1 One{\super\chftn}{\footnote\chftn  below} two{\super\chftn}{\footnote\ftnalt end}{\*\atnid AB}\chatn{\*\annotation why?}\par}`, "body One two\nfootnote (1) below\nfootnote (i) end\ncomment (AB1) why?"},
		{"heads", `{\rtf1{\header Head\par}{\headerf Head\par}{\footer Foot}Body\par}`, "body Body\nheader Head\nfooter Foot"},
		{"hidden", `{\rtf1 seen{\v ghost} too\par}`, "body seen too\nhidden ghost"},
		{"text boxes", `{\rtf1 Anchor{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt boxed\par}}{\shprslt no}}{\*\do{\dptxbxtext old\par}}\par}`, "body Anchor\nbox boxed\nbox old"},
		{"tables", `{\rtf1\trowd\cellx1\cellx2\pard\intbl a\par b\cell c\cell\row\pard\intbl d\cell\pard\intbl\itap2 inner\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl after\cell\row\pard out\par\trowd\intbl new\cell\row}`,
			"table 1:1,1 a\ntable 1:1,1 b\ntable 1:1,2 c\ntable 1:2,1 d\ntable 2:1,1 inner\ntable 1:2,2 after\nbody out\ntable 3:1,1 new"},
		{"numbers as written", `{\rtf1{\listtext\pard 2.\tab}\ls1\ilvl0 two\par{\pntext\f3 \'b7\tab}dot\par}`, "body1 [2.] two\nbody1 [•] dot"},
		{"numbers computed", `{\rtf1{\*\listtable{\list{\listlevel\levelnfc4\levelstartat1{\leveltext\'02\'00);}{\levelnumbers\'01;}}{\listlevel\levelnfc0\levelstartat1{\leveltext\'03\'00.\'01;}{\levelnumbers\'01\'03;}}\listid7}}{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}}\pard\ls1 x\par x\par\ilvl1 x\par}`, "body1 [a)] x\nbody1 [b)] x\nbody2 [b.1] x"},
		{"formula", `{\rtf1{\mmath{\*\moMath{\*\mf{\*\mfPr no}{\*\mnum{\mr a}}{\*\mden{\mr b}}}}{\mmathPict no}}\par}`, "body ab"},
		{"cut off", `{\rtf1 text{\b bold`, "body textbold"},
		{"group without end of paragraph", `{\rtf1{\pard\s1 x\par}y}`, "body x\nbody y"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, err := RTF([]byte(c.text), block.Options{})
			expect(t, doc, err, c.want)
		})
	}
}

// TestRTFChanges reads both sides of tracked changes.
func TestRTFChanges(t *testing.T) {
	text := []byte(`{\rtf1 States {\deleted shall}{\revised should} act.{\deleted\par} More.\par{\mvf from}{\mvt to}\par}`)
	doc, err := RTF(text, block.Options{})
	expect(t, doc, err, "body States should act. More. {del 7-7 shall} {ins 7-13 should}\nbody to")
	doc, err = RTF(text, block.Options{Original: true})
	expect(t, doc, err, "body States shall act. {del 7-12 shall} {ins 12-12 should}\nbody More.\nbody from")
}

// TestRTFProperties reads title and language.
func TestRTFProperties(t *testing.T) {
	doc, err := RTF([]byte(`{\rtf1\ansi\ansicpg1251\deflang1049{\info{\title \'c4\'ee\'ea}{\author X}}\lang1049 \'d2\'e5\'ea\'f1\'f2 \lang1033 in English\par}`), block.Options{})
	if err != nil || doc.Title != "Док" || doc.Language != "en" {
		t.Errorf("title %q, language %q, %v", doc.Title, doc.Language, err)
	}
}
