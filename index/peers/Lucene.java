import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Lucene, asked the questions of index/lucene_test.go. Arguments: a file of passages, one a line, and a
 * folder for the index. Each line of the input is a query: its text, a theme, a source and an order, with
 * tabs between them; the answer is the number of hits and the nanoseconds of processor time and of the
 * clock. An answer takes what ours takes: ten hits with their texts and fragments, and exact counts of nine
 * facets. The counts are bare counters over doc values, which is faster than Lucene's facet module; the hits
 * come from a search of their own, which may pass over what cannot be among them.
 */
public class Lucene {
  static final String[] FACETS = {"source", "group", "region", "meeting", "language", "status", "kind", "act", "theme"};

  final Analyzer stems = new EnglishAnalyzer();
  final Analyzer written = new StandardAnalyzer(CharArraySet.EMPTY_SET);
  final Analyzer analyzer = new PerFieldAnalyzerWrapper(stems, Map.of("exact", written));
  IndexSearcher searcher;
  UnifiedHighlighter highlighter;

  public static void main(String[] args) throws Exception {
    Lucene l = new Lucene();
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    l.index(Path.of(args[0]), Path.of(args[1]));
    System.out.println(l.searcher.getIndexReader().numDocs() + "\t" + (threads.getCurrentThreadCpuTime() - before) + "\t0");
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      long clock = System.nanoTime();
      long cpu = threads.getCurrentThreadCpuTime();
      int hits = l.answer(line.split("\t", -1));
      System.out.println(hits + "\t" + (threads.getCurrentThreadCpuTime() - cpu) + "\t" + (System.nanoTime() - clock));
    }
  }

  void index(Path passages, Path folder) throws Exception {
    var config = new IndexWriterConfig(analyzer).setMergeScheduler(new org.apache.lucene.index.SerialMergeScheduler());
    try (var writer = new IndexWriter(new MMapDirectory(folder), config); var lines = Files.newBufferedReader(passages)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        writer.addDocument(document(line.split("\t", -1)));
      }
    }
    searcher = new IndexSearcher(DirectoryReader.open(new MMapDirectory(folder)));
    searcher.setQueryCache(null);
    highlighter = new UnifiedHighlighter(searcher, analyzer);
  }

  /** The columns are an ID, a date as a number, the facets and the text. */
  static Document document(String[] columns) {
    var d = new Document();
    d.add(new StringField("id", columns[0], Field.Store.YES));
    d.add(new NumericDocValuesField("date", Long.parseLong(columns[1])));
    for (int i = 0; i < FACETS.length; i++) {
      for (String value : columns[2 + i].split(",")) {
        if (!value.isEmpty()) {
          d.add(new StringField(FACETS[i], value, Field.Store.NO));
          d.add(new SortedSetDocValuesField(FACETS[i], new BytesRef(value)));
        }
      }
    }
    String text = columns[columns.length - 1];
    d.add(new TextField("text", text, Field.Store.YES));
    d.add(new TextField("exact", text, Field.Store.NO));
    return d;
  }

  int answer(String[] asked) throws Exception {
    Query query = parse(asked[0]);
    if (!asked[1].isEmpty() || !asked[2].isEmpty()) {
      query = new BooleanQuery.Builder().add(query, Occur.MUST).add(new TermQuery(new Term("theme", asked[1])), Occur.FILTER)
          .add(new TermQuery(new Term("source", asked[2])), Occur.FILTER).build();
    }
    TopDocs top = asked[3].equals("date")
        ? searcher.search(query, 10, new Sort(new SortField("date", SortField.Type.LONG, true)))
        : searcher.search(query, 10);
    var counter = new Counter();
    searcher.search(query, counter);
    counter.gather();
    if (top.scoreDocs.length > 0) {
      highlighter.highlight("text", query, top, 3);
      for (var hit : top.scoreDocs) {
        searcher.doc(hit.doc).get("text");
      }
    }
    return counter.hits;
  }

  /** Reads the forms of query that index/latency_test.go makes. */
  Query parse(String text) throws Exception {
    if (text.isEmpty()) {
      return new MatchAllDocsQuery();
    }
    if (text.startsWith("\"")) {
      int end = text.lastIndexOf('"');
      boolean near = end < text.length() - 1;
      String field = near ? "text" : "exact";
      int slop = near ? Integer.parseInt(text.substring(end + 2)) : 0;
      return new PhraseQuery(slop, field, words(field, text.substring(1, end)).toArray(new String[0]));
    }
    if (text.endsWith("*")) {
      return new PrefixQuery(new Term("exact", words("exact", text).get(0)));
    }
    if (text.endsWith("~1")) {
      return new FuzzyQuery(new Term("exact", words("exact", text.substring(0, text.length() - 2)).get(0)), 1);
    }
    var all = new BooleanQuery.Builder();
    Occur occur = text.contains(" OR ") ? Occur.SHOULD : Occur.MUST;
    for (String word : words("text", text.replace(" OR ", " "))) {
      all.add(new TermQuery(new Term("text", word)), occur);
    }
    return all.build();
  }

  List<String> words(String field, String text) throws Exception {
    var out = new ArrayList<String>();
    try (TokenStream tokens = analyzer.tokenStream(field, text)) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      for (tokens.reset(); tokens.incrementToken(); ) {
        out.add(term.toString());
      }
      tokens.end();
    }
    return out;
  }

  /** Counts the hits, and of each facet its values. */
  static class Counter extends SimpleCollector {
    final Map<String, Map<String, Integer>> facets = new HashMap<>();
    final SortedSetDocValues[] values = new SortedSetDocValues[FACETS.length];
    final int[][] counts = new int[FACETS.length][];
    int hits;

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws java.io.IOException {
      gather();
      for (int i = 0; i < FACETS.length; i++) {
        values[i] = DocValues.getSortedSet(leaf.reader(), FACETS[i]);
        counts[i] = new int[(int) values[i].getValueCount()];
      }
    }

    @Override
    public void collect(int doc) throws java.io.IOException {
      hits++;
      for (int i = 0; i < values.length; i++) {
        if (values[i].advanceExact(doc)) {
          for (long ord = values[i].nextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values[i].nextOrd()) {
            counts[i][(int) ord]++;
          }
        }
      }
    }

    /** Adds the counts of the segment before. */
    void gather() throws java.io.IOException {
      for (int i = 0; i < values.length && values[i] != null; i++) {
        var facet = facets.computeIfAbsent(FACETS[i], k -> new HashMap<>());
        for (int ord = 0; ord < counts[i].length; ord++) {
          if (counts[i][ord] > 0) {
            facet.merge(values[i].lookupOrd(ord).utf8ToString(), counts[i][ord], Integer::sum);
          }
        }
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
