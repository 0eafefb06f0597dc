package compare

import (
	"golang.org/x/text/feature/plural"

	"rapporteur/corpus"
)

func chinese() *phrases {
	return &phrases{
		language: "zh", categories: []plural.Form{plural.Other}, comma: "、", and: "和",
		nouns: map[string]string{
			"contributions": "#份文稿", "documents": "#份文件", "members": "#个成员国", "groups": "#个集团", "others": "#个其他来源",
			"proposals": "#项提案", "passages": "#个段落", "files": "#个电子文件", "sources": "#个来源", "sessions": "#次会议",
		},
		heads: chineseHeads, sections: chineseSections, texts: chineseTexts,
		rules: chineseRules, unnamed: chineseUnnamed, choice: "本附件的段落由报告人选录，而非由程序选出；其他段落未列入并不说明任何问题。", footer: chineseFooter,
		themeNames: "主题名称取自理事会第1305号决议附件1；星号（*）表示非正式译文。",
		signature:  "rapporteur {program} · 编码手册 {codebook} · 语料 {corpus}",
		states: map[corpus.CellState]string{
			corpus.CellAddressed: "已述及", corpus.CellCitedOnly: "仅引用",
			corpus.CellNotAddressed: "未找到段落", corpus.CellNotRead: "未读取",
		},
		stances: map[corpus.Act]string{
			corpus.ActSupport: "表示支持的有：{who}。",
			corpus.ActReserve: "表示保留的有：{who}。",
			corpus.ActOppose:  "表示反对的有：{who}。",
		},
		acts: map[corpus.Act]string{
			corpus.ActPropose: "提议", corpus.ActSupport: "支持", corpus.ActOppose: "反对",
			corpus.ActReserve: "保留", corpus.ActRequest: "要求", corpus.ActRecommend: "建议",
			corpus.ActView: "认为", corpus.ActConcern: "关切", corpus.ActInform: "通报",
		},
		uses: map[string]string{
			useCompared: "已比较", useSuperseded: "已被取代", useLanguage: "其他语文版本", useCopy: "副本", useNotRead: "未读取",
			useReport: "报告，未比较",
		},
		status:     map[string]string{"read": "已读取", "known": "已知", "not_read": "未读取", "failed": "失败"},
		languages:  map[string]string{"ar": "阿拉伯文", "zh": "中文", "en": "英文", "fr": "法文", "ru": "俄文", "es": "西班牙文"},
		inLanguage: map[string]string{"ar": "阿拉伯文", "zh": "中文", "en": "英文", "fr": "法文", "ru": "俄文", "es": "西班牙文"},
		reasons: map[corpus.Reason]string{
			corpus.ReasonPassword: "有密码保护", corpus.ReasonFormat: "格式未知", corpus.ReasonGarbled: "乱码",
			corpus.ReasonScanned: "扫描页面", corpus.ReasonTooLarge: "过大", corpus.ReasonTimeout: "超时",
			corpus.ReasonMemory: "内存不足", corpus.ReasonBroken: "文件损坏", corpus.ReasonEmpty: "无文本",
			corpus.ReasonDuplicate: "重复的文件",
		},
		addressees: map[string]string{
			"Council": "理事会", "CWG-Internet": "工作组", "Plenipotentiary Conference": "全权代表大会",
			"Secretary-General": "秘书长", "Director of BDT": "电信发展局主任", "Director of TSB": "电信标准化局主任",
			"Director of BR": "无线电通信局主任", "Member States": "成员国", "ITU": "国际电联",
			"Directors of the Bureaux": "各局主任", "IGF": "互联网治理论坛", "United Nations": "联合国", "stakeholders": "利益攸关方",
		},
		versions: map[string]string{"original": "原件"},
		unknown:  "来源未注明",
		months:   [12]string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"},
		date:     "{year}年{month}月{day}日", page: "第{n}页",
		columns: chineseColumns,
	}
}

var chineseHeads = heads{
	title: "提交理事会国际互联网相关公共政策问题工作组的文稿比较",
	cover: "关于本报告", received: "收到文稿概要", reading: "如何阅读本报告",
	matrix: "何方述及何事", overview: "按文稿数量列出的主题", process: "工作组自身的工作",
	other: "十二个主题以外的提案", register: "提案登记表",
	recommendations: "向理事会提出建议的要素", workplan: "路线图和工作计划草案，供审议",
	meetings: "各次会议之间的变化", revisions: "修订文件中的变化", documents: "附件：文件清单",
	ledger: "附件：电子文件登记", uncertain: "附件：不确定的标签", chosen: "附件：报告人选录的段落", standing: "本报告的性质",
}

var chineseSections = sections{
	challenges: "挑战与风险", gaps: "各国参与和现有安排中的差距", practices: "可能的解决办法与做法",
	positions: "立场", proposals: "提案", common: "共同点", differing: "不同意见", open: "未决问题",
}

var chineseTexts = texts{
	received:  "截至{cutoff}，为{meetings}共收到{works@contributions}，计{documents@documents}（{sources}）。",
	uses:      "已比较：{compared@documents}；已被修订版取代：{superseded@documents}；其他语文版本：{language@documents}；副本：{copies@documents}。",
	languages: "所比较文件的语文：{languages}。",
	reports:   "主席或秘书处的{n@documents}仅列入清单，不予比较：其中没有成员国自己的意见。",
	notRead:   "{n@files}无法读取，不在比较之列。",
	withheld:  "{n@contributions}的来源要求不具名，已计入上述数字，但未在任何地方引用。",
	addressed: "{all@contributions}中有{works@contributions}述及这一主题（{sources}）。",
	citedOnly: "仅引用而未提出自己意见的有：{who}。",
	silent:    "在下列来源的文稿中未找到段落：{who}。",
	unread:    "下列来源的文件均无法读取：{who}。",
	more:      "同一来源另有{n@passages}：",

	registered: "在{works@contributions}中找到{proposals@proposals}（{sources}）。",
	similar:    "{id}：{works@contributions}中的{proposals@proposals}（{sources}）相似：{who}。",
	stanceOnly: "{id}：其他文稿对{who}表明了态度。",
	central:    "以其中最居中的一项提案的措辞表述：",
	onSubject:  "就同一事项，但未指明文件：{stance}",
	grouped:    "该组由分析人员编成。",
	renamed:    "该组由分析人员命名。",

	openSingle:   "没有其他文稿提出类似提案或对下列{n@proposals}表明态度：{ids}。",
	openReserved: "对下列{n@proposals}所涉事项有保留意见：{ids}。",
	openOpposed:  "对下列{n@proposals}所涉事项有反对意见：{ids}。",

	council:       "{works@contributions}中有{proposals@proposals}（{sources}）向理事会提出，或要求向其提出建议或报告：{ids}。",
	councilSingle: "无其他类似提案的{proposals@proposals}：",
	councilNone:   "未找到向理事会提出或要求向其提出建议的提案。",

	plan:         "{works@contributions}中有{proposals@proposals}（{sources}）涉及工作计划、路线图或会议议题：{ids}。",
	planPeriod:   "{works@contributions}中提到的时期为{period}。",
	planMeetings: "提案中提到的会议：{meetings}。",
	planNone:     "未找到涉及工作计划或会议议题的提案；因此没有草拟计划。",
	planRule:     "以下草案为该时期的每次会议安排一个主题：首先是提出提案的来源最多的主题，其次是只提出挑战或差距的主题；多出的主题并入最后几次会议。列出年份时，假定每年{n@sessions}。明确的成果均为所引用的提案。全部内容供审议。",
	planItem:     "{session}：主题{theme}，{label}。{works@contributions}（{sources}）就此提出{proposals@proposals}。供审议。",
	planRaised:   "{session}：主题{theme}，{label}。就此没有提案；{works@contributions}提出了挑战或差距（{sources}）。供审议。",
	planOpen:     "{session}：没有剩余主题；议题由工作组选定。供审议。",
	planChoice:   "由工作组选定",
	planNamed:    "{session}：{proposals@proposals}提到这次会议：{ids}。供审议。",
	planSession:  "{year}年第{n}次会议",
	planOrdinal:  "第{n}次会议",
	consider:     "供审议",

	meeting:      "{who}，{meeting}与{previous}相比：新提案：{new}；重复：{repeated}；有改动：{changed}；未重复：{dropped}。",
	meetingTotal: "{meeting}与前一次会议相比（{sources@sources}）：新提案：{new}；重复：{repeated}；有改动：{changed}；未重复：{dropped}。",
	meetingNote:  "同一来源在两次会议上的提案按相似程度配对。某项提案未重复，并不说明其来源的立场。",
	revision:     "{symbol}与{old}相比：新增段落：{new}；有改动：{changed}；删除：{removed}；未变：{same}。",
	new:          "新增", was: "原为", now: "现为", removed: "删除",
	uncertain: "仅属推测而未计入本报告任何部分的主题：{n@passages}；现列出其中较为确定的：{shown}。",

	members: "{n~一个成员国|两个成员国|一些成员国（#）}",
	groups:  "{n~一个区域集团|两个区域集团|一些区域集团（#）}", others: "{n~一个其他来源|两个其他来源|一些其他来源（#）}",
	named: "注明来源名称", attributed: "不注明来源名称",
	coverMeetings: "会议", coverCutoff: "截止日期", coverAttribution: "来源的注明", coverLanguage: "语文",
	coverProgram: "程序", coverCodebook: "编码手册", coverCorpus: "语料", coverWorks: "文稿", coverUnits: "来源",
}

var chineseColumns = columns{
	theme: "主题", proposal: "编号", source: "来源", text: "文本", addressee: "对象", timing: "时间",
	themes: "主题", process: "工作组工作", place: "出处", document: "文件", title: "标题", date: "日期",
	language: "语文", version: "版本", use: "用途", file: "电子文件", status: "状态", reason: "原因",
	works: "文稿", members: "成员国", groups: "集团", others: "其他来源", proposals: "提案", score: "分值",
	citing: "仅引用的来源", silent: "无相关段落的来源", unread: "未读取的来源",
	session: "会议", issue: "专题", raised: "提出者", outputs: "明确成果", rests: "依据",
	meeting: "会议", since: "自", new: "新提案", repeated: "重复", changed: "有改动", notRepeated: "未重复",
}

var chineseRules = []string{
	"文稿按作品计数：修订版、其他语文版本或附带文件不另计为一份文稿。",
	"集团按集团计数，绝不拆分为其成员；具名的联署方逐一计数。",
	"一份文稿中至少有一个段落就某一主题表达了其来源自己的内容，即为述及该主题；仅引用其他文本的段落列为引用。",
	"未找到段落仅表示未找到：沉默既不是支持，也不是反对。",
	"在不指明成员国时，“一个成员国”为1，“两个成员国”为2，“一些成员国”为3个或更多，并在旁边注明确切数字；不使用其他数量词语。",
	"共同点是不同来源提出的、在编码手册概念和用词上相似且未发现保留或反对意见的提案；它不是协议。文本指明文件，或谈及提案所涉事项并被引用时，其态度才予计入。",
	"引文均为原文，使用所比较文件的语文，并保留其中的错误。",
	"来源按其名称在报告语文中的字母顺序排列；段落、提案和意见组的编号在所有语文中相同。工作组自身的工作与十二个主题分开列出。",
	"段落由机器按固定规则和编码手册查找和分类；可重现本报告的各版本见第一页。没有任何内容由语言模型撰写。",
}

const chineseUnnamed = "本报告不指明任何来源。引文中提到来源时，在名称处截断，并以[…]代替截去的部分；每一部分均为原文。文件以其散列值的开头部分加以区别。"

var chineseFooter = []string{
	"本报告借助机器根据其中所列文件编写。",
	"本报告不代表商定意见，也不是国际电联或任何文稿提交方的立场。",
	"请参阅文件原文。",
}
