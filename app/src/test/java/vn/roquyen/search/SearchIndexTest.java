package vn.roquyen.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.roquyen.domain.Confidence;
import vn.roquyen.domain.Level;
import vn.roquyen.domain.Mode;
import vn.roquyen.domain.RecordKind;
import vn.roquyen.domain.SearchFilter;
import vn.roquyen.domain.Span;

final class SearchIndexTest {
  private static final SearchIndex.State STATE =
      new SearchIndex.State(7, LocalDate.of(2026, 11, 24));

  @TempDir Path folder;
  private SearchIndex index;

  @BeforeEach
  void open() {
    index = SearchIndex.open(folder.resolve("chỉ mục"), folder.resolve("synonyms.txt"));
    index.rebuild(entries(documents()), STATE);
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  @ParameterizedTest
  @CsvSource({
    "đăng ký khai sinh, p1",
    "dang ky khai sinh, p1",
    "ĐĂNG KÝ KHAI SINH, p1",
    "đăng kí khai sinh, p1",
    "đăng ký lại khai sinh, p2",
    "công trình thuỷ lợi, w1",
    "thuy loi, w1",
    "thuỷ lơi, w1",
    "thủy lợii, w1",
    "thuyr lowij, w1",
    "cho hỏi làm giấy khai sinh cho con ạ, p1",
    "®¨ng ký khai sinh, p1",
    "ñaêng kyù khai sinh, p1",
    "GPLĐ, w2",
    "gpld, w2",
    "gia hạn giấy phép lao động, w2",
  })
  void theRightRecordComesFirst(String question, String id) {
    assertThat(ids(question)).startsWith(id);
  }

  @Test
  void decomposedQuestionsAreTheSame() {
    String question = Normalizer.normalize("đăng ký khai sinh", Normalizer.Form.NFD);
    assertThat(ids(question)).startsWith("p1");
  }

  @Test
  void diacriticsDecideBetweenEqualLetters() {
    assertThat(ids("bán muối")).startsWith("m1");
    assertThat(ids("diệt muỗi")).startsWith("m2");
  }

  @ParameterizedTest
  @CsvSource({
    "20/2021/QĐ-UBND, i1",
    "20/2021/qd-ubnd, i1",
    "20/2021, i1",
    "quyết định 20, i1",
    "1.004884, p2",
    "1004884, p2"
  })
  void identifiersJumpToTheRecord(String question, String id) {
    SearchHit first = search(question).hits().getFirst();
    assertThat(first.id()).isEqualTo(id);
    assertThat(first.confidence()).isEqualTo(Confidence.HIGH);
  }

  @Test
  void theRecordsThatRestOnAnInstrumentAreKnown() {
    assertThat(index.restingOn("20/2021/QĐ-UBND")).containsExactly("w1", "w2");
    assertThat(index.restingOn("99/2021/QĐ-UBND")).isEmpty();
  }

  @Test
  void theLastWordMayBeUnfinishedWhileTyping() {
    assertThat(index.search("đăng ký kh", true, SearchFilter.ALL, 10).hits())
        .extracting(SearchHit::id)
        .contains("p1");
    assertThat(index.search("kar", true, SearchFilter.ALL, 10).hits().getFirst().id())
        .isEqualTo("w3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "🙂🙂",
        "AND OR NOT",
        "title:(a\" ~* ?]",
        "\\",
        "*",
        "(((((",
        "\u0000\uffff",
        "+-&&||!(){}[]^\"~*?:\\/",
        "1/2/3/4/5",
        "..........",
        "a-b-c-d-e/f"
      })
  void anyTextIsSafe(String question) {
    assertThat(index.search(question, true, SearchFilter.ALL, 10).hits())
        .allSatisfy(hit -> assertThat(hit.id()).isNotBlank());
  }

  @Test
  void aVeryLongTextIsSafe() {
    assertThat(ids("đăng ký khai sinh " + "x".repeat(10_000))).startsWith("p1");
    assertThat(ids("khai sinh ".repeat(1_000))).startsWith("p1");
  }

  @Test
  void whatTheRegisterDoesNotHaveIsNotSure() {
    assertThat(search("giá vàng hôm nay").hits())
        .noneMatch(hit -> hit.confidence() == Confidence.HIGH);
    assertThat(search("đăng ký khai sinh").hits().getFirst().confidence())
        .isEqualTo(Confidence.HIGH);
  }

  @Test
  void marksFitTheTitle() {
    SearchHit hit = search("thuy loi").hits().getFirst();
    assertThat(hit.marks())
        .extracting(span -> hit.title().substring(span.start(), span.end()))
        .containsExactly("thủy lợi");
    assertThat(search("GPLĐ").hits().getFirst().marks())
        .containsExactly(
            new Span("Cấp, gia hạn ".length(), "Cấp, gia hạn giấy phép lao động".length()));
  }

  @Test
  void facetsCountTheHitsAndFiltersNarrowThem() {
    SearchResult all = search("đăng ký khai sinh");
    assertThat(all.counts().kinds()).containsEntry(RecordKind.PROCEDURE, 2);
    assertThat(all.counts().fields()).containsEntry("Hộ tịch", 2);
    assertThat(all.total()).isEqualTo(all.hits().size());
    SearchFilter powers = SearchFilter.ALL.withKinds(EnumSet.of(RecordKind.POWER));
    assertThat(index.search("quản lý", false, powers, 10).hits())
        .isNotEmpty()
        .allMatch(hit -> hit.kind() == RecordKind.POWER);
    SearchFilter delegated =
        new SearchFilter(EnumSet.allOf(RecordKind.class), null, Mode.DELEGATION, null, false);
    assertThat(index.search("quản lý", false, delegated, 10).hits())
        .extracting(SearchHit::id)
        .containsExactly("w3");
    SearchFilter inForce =
        new SearchFilter(EnumSet.allOf(RecordKind.class), null, null, null, true);
    assertThat(index.search("20/2021", false, inForce, 10).hits())
        .extracting(SearchHit::id)
        .doesNotContain("i1");
    SearchFilter fieldAndLevel =
        new SearchFilter(EnumSet.allOf(RecordKind.class), "Hộ tịch", null, Level.COMMUNE, false);
    assertThat(index.search("quản lý khai sinh", false, fieldAndLevel, 10).hits())
        .extracting(SearchHit::id)
        .containsExactlyInAnyOrder("p1", "p2");
  }

  @Test
  void withoutASureHitThereAreSuggestions() {
    assertThat(search("nghiên cứu karaoke vũ trụ").suggestions())
        .contains("Quản lý dịch vụ karaoke");
    assertThat(search("đăng ký khai sinh").suggestions()).isEmpty();
  }

  @Test
  void aSlipIsMendedInTheSuggestion() {
    assertThat(search("karaokee dưới nước sâu").suggestions()).contains("karaoke dưới nước sâu");
    assertThat(search("kenhh mưong nội thành phố").suggestions())
        .anyMatch(suggestion -> suggestion.startsWith("kênh "));
  }

  @Test
  void anOldEncodingIsToldBack() {
    assertThat(search("®¨ng ký khai sinh").readAs()).isEqualTo("đăng ký khai sinh");
    assertThat(search("đăng ký khai sinh").readAs()).isNull();
  }

  @Test
  void changesShowAtOnceAndSurviveAReopening() throws IOException {
    index.update(
        entries(Stream.of(document("p9", RecordKind.PROCEDURE, "Thông báo lưu trú", "p9"))),
        Set.of("p1"),
        new SearchIndex.State(8, LocalDate.of(2026, 11, 25)));
    close();
    index = SearchIndex.open(folder.resolve("chỉ mục"), folder.resolve("synonyms.txt"));
    assertThat(index.state()).isEqualTo(new SearchIndex.State(8, LocalDate.of(2026, 11, 25)));
    assertThat(ids("lưu trú")).startsWith("p9");
    assertThat(ids("đăng ký khai sinh")).doesNotContain("p1");
  }

  @Test
  void aDamagedIndexIsEmptiedAndCanBeFilledAgain() throws IOException {
    close();
    Path largest;
    try (Stream<Path> files = Files.list(folder.resolve("chỉ mục"))) {
      largest = files.filter(file -> file.toString().endsWith(".cfs")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(largest);
    bytes[bytes.length / 2] ^= 4;
    Files.write(largest, bytes);
    index = SearchIndex.open(folder.resolve("chỉ mục"), folder.resolve("synonyms.txt"));
    assertThat(index.state().revision()).isEqualTo(-1);
    index.rebuild(entries(documents()), STATE);
    assertThat(ids("đăng ký khai sinh")).startsWith("p1");
  }

  @Test
  void aForeignFileInTheFolderIsNoObstacle() throws IOException {
    close();
    Files.writeString(folder.resolve("chỉ mục").resolve("segments_zz"), "không phải chỉ mục");
    index = SearchIndex.open(folder.resolve("chỉ mục"), folder.resolve("synonyms.txt"));
    assertThat(index.state().revision()).isEqualTo(-1);
  }

  @Test
  void thePublisherAddsSynonyms() throws IOException {
    assertThat(ids("cái máng nước ngoài đồng")).doesNotContain("w1");
    close();
    Files.writeString(
        folder.resolve("synonyms.txt"), "# của tỉnh\nmáng nước => công trình thủy lợi\n");
    index = SearchIndex.open(folder.resolve("chỉ mục"), folder.resolve("synonyms.txt"));
    assertThat(ids("cái máng nước ngoài đồng")).startsWith("w1");
  }

  private SearchResult search(String question) {
    return index.search(question, false, SearchFilter.ALL, 10);
  }

  private List<String> ids(String question) {
    return search(question).hits().stream().map(SearchHit::id).toList();
  }

  private static Stream<IndexEntry> entries(Stream<SearchDocument> documents) {
    return documents.map(new IndexEntry.Maker()::of);
  }

  private static Stream<SearchDocument> documents() {
    return Stream.of(
        procedure("p1", "1.001193", "Đăng ký khai sinh"),
        procedure("p2", "1.004884", "Đăng ký lại khai sinh"),
        power("w1", "Quản lý công trình thủy lợi", "kênh mương; hồ chứa", Mode.DECENTRALISATION),
        power("w2", "Cấp, gia hạn giấy phép lao động", "lao động nước ngoài", Mode.ATTRIBUTION),
        power("w3", "Quản lý dịch vụ karaoke", "quán hát", Mode.DELEGATION),
        document("m1", RecordKind.PROCEDURE, "Cấp phép bán muối", "9.000001"),
        document("m2", RecordKind.PROCEDURE, "Phun thuốc diệt muỗi", "9.000002"),
        new SearchDocument(
            "i1",
            RecordKind.INSTRUMENT,
            "Quyết định quy định quản lý kiến trúc",
            "20/2021/QĐ-UBND",
            "Quyết định",
            null,
            null,
            null,
            Set.of(),
            Set.of(Level.PROVINCE),
            false,
            false,
            List.of()));
  }

  private static SearchDocument procedure(String id, String code, String name) {
    return new SearchDocument(
        id,
        RecordKind.PROCEDURE,
        name,
        code,
        null,
        null,
        null,
        "Hộ tịch",
        Set.of(),
        Set.of(Level.COMMUNE),
        true,
        true,
        List.of());
  }

  private static SearchDocument power(String id, String title, String keywords, Mode mode) {
    boolean rests = !id.equals("w3");
    return new SearchDocument(
        id,
        RecordKind.POWER,
        title,
        null,
        keywords,
        null,
        null,
        null,
        Set.of(mode),
        Set.of(Level.PROVINCE),
        true,
        false,
        rests ? List.of("20/2021/QĐ-UBND") : List.of());
  }

  private static SearchDocument document(String id, RecordKind kind, String title, String number) {
    return new SearchDocument(
        id, kind, title, number, null, null, null, null, Set.of(), Set.of(), true, false,
        List.of());
  }
}
