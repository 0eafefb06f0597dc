package cover

import "testing"

func TestFromFileName(t *testing.T) {
	for name, want := range map[string]string{
		"S18-PP-C-0062!A1!MSW-F.docx":                 "PP18/62(Add.1) PP18 fr",
		"in/S25-CLCWGINTERNET22-C-0003!R1!MSW-E.docx": "CWG-Internet-22/3(Rev.1) CWG-Internet-22 en",
		"S23-RCLINTPOL18-C-0005":                      "CWG-Internet-18/5 CWG-Internet-18 ",
		"S23-CL-C-0089.pdf":                           "C23/89 C23 ",
		"S12-WCIT12-C-0027!R1!MSW-S.doc":              "WCIT12/27(Rev.1) WCIT12 es",
		"S12-WCIT12-C-0027!r2!MSW-A.docx":             "WCIT12/27(Rev.2) WCIT12 ar",
		"S14-PP-C-0034!R1A1!PDF-R.pdf":                "PP14/34(Rev.1)(Add.1) PP14 ru",
		"S18-PP-C-2000!!MSW-C.docx":                   "PP18/2000 PP18 zh",
		"S25-CL-DT-0005!!MSW-E.docx":                  "C25/DT/5 C25 en",
		"CWG-Internet-22_3_Rev1_E.docx":               "CWG-Internet-22/3(Rev.1) CWG-Internet-22 en",
		"CWG-Internet-22-3.pdf":                       "CWG-Internet-22/3 CWG-Internet-22 ",
		"C25-0061_Rev2-F.pdf":                         "C25/61(Rev.2) C25 fr",
		"report_2023_4.pdf":                           "  ",
		"000_286d323b42f9aff4.txt":                    "  ",
		"TUN_Tunisia_INDC_French.pdf":                 "  ",
		"c.txt":                                       "  ",
	} {
		h := FromFileName(name)
		if got := h.Symbol.Value.String() + " " + h.Meeting.Value + " " + h.Language.Value; got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestRulesAndPageNumbers(t *testing.T) {
	for text, want := range map[string][2]bool{
		"_______________": {true, false}, "___": {true, false}, "- 1 -": {false, true}, "Page 2 of 4": {false, true}, "2/4": {false, true}, "第2页": {false, true},
		"* * *": {true, false}, "": {false, false}, "-": {false, false}, "…": {false, false}, "12": {false, false}, "Страница 3": {false, true},
	} {
		if got := [2]bool{IsRule(text), IsPageNumber(text)}; got != want {
			t.Errorf("%q: rule, page number = %v, want %v", text, got, want)
		}
	}
}
