package vn.roquyen.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.roquyen.Wiring;
import vn.roquyen.domain.BadRow;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.domain.RowProblem;
import vn.roquyen.platform.SampleData;

/** Files that are wrong, by mistake or on purpose: a clear error, and the data as before. */
final class HostileImportTest {
  @TempDir static Path data;
  private static Wiring wiring;
  private static long revision;

  @TempDir Path folder;
  private InputFolder input;

  @BeforeAll
  static void openWithSampleData() {
    wiring = new Wiring(data.resolve("Dữ liệu"), Clock.systemDefaultZone());
    wiring.imports().loadSample(SampleData.folder(), Progress.NONE);
    revision = wiring.stats().stats().revision();
  }

  @AfterAll
  static void close() {
    wiring.close();
  }

  @BeforeEach
  void copySampleData() {
    input = InputFolder.ofSampleData(folder.resolve("Đầu vào"));
  }

  @AfterEach
  void nothingHasChanged() {
    assertThat(wiring.stats().stats().revision()).isEqualTo(revision);
    assertThat(wiring.stats().stats().rows()).containsEntry(Entity.GRANT, 86);
  }

  @Test
  void latinBytesAreNamedWithTheirLine() throws IOException {
    byte[] bytes = Files.readAllBytes(input.file("register/powers.csv"));
    int third = TestLines.start(bytes, 3);
    bytes[third + 5] = (byte) 0xE2;
    bytes[third + 6] = (byte) 'x';
    Files.write(input.file("register/powers.csv"), bytes);
    Fault fault = fault(input.root());
    assertThat(fault.code()).isEqualTo(FaultCode.INPUT_NOT_UTF8);
    assertThat(fault.arguments()).containsExactly("powers.csv", "3", Integer.toString(third + 6));
  }

  @Test
  void aWholeFileInAnotherEncodingIsRefused() {
    input.write("p.jsonl", "{\"code\":\"1.000001\",\"name\":\"Đơn\"}\n", StandardCharsets.UTF_16LE);
    assertThat(fault(input.file("p.jsonl")).code()).isEqualTo(FaultCode.INPUT_NOT_UTF8);
  }

  @Test
  void missingColumnsAreNamed() {
    input.edit(
        "register/grants.csv", text -> text.replaceFirst("mode,grantor_id", "hinh_thuc,grantor"));
    Fault fault = fault(input.root());
    assertThat(fault.code()).isEqualTo(FaultCode.INPUT_COLUMNS);
    assertThat(fault.arguments()).containsExactly("grants.csv", "mode, grantor_id");
  }

  @Test
  void anEmptyFileHasNoColumns() {
    input.write("register/fields.csv", "");
    assertThat(fault(input.root()).code()).isEqualTo(FaultCode.INPUT_COLUMNS);
  }

  @Test
  void aFileOfAnotherKindIsNotGuessed() {
    Path table = input.write("danh-sach.csv", "ten,tuoi\nAn,30\n");
    assertThat(fault(table).code()).isEqualTo(FaultCode.INPUT_KIND_UNKNOWN);
    assertThat(fault(input.write("x.docx", "PK")).code()).isEqualTo(FaultCode.INPUT_KIND_UNKNOWN);
    assertThat(fault(input.file("không có")).code()).isEqualTo(FaultCode.INPUT_MISSING);
  }

  @Test
  void unknownReferencesAreNamedByFileLineAndKey() {
    input.edit("register/powers.csv", text -> text + "vu-1,linh-vuc-la,Việc mới,,\n");
    input.edit("register/instrument_relations.csv", text -> text + "bc-nay,amends,vb-la,\n");
    ImportReport report = refused(input.root());
    assertThat(report.badRows())
        .containsExactly(
            new BadRow(
                "instrument_relations.csv",
                TestLines.count(input.file("register/instrument_relations.csv")),
                RowProblem.REFERENCE_UNKNOWN,
                "to_id",
                "vb-la"),
            new BadRow(
                "powers.csv",
                TestLines.count(input.file("register/powers.csv")),
                RowProblem.REFERENCE_UNKNOWN,
                "field_id",
                "linh-vuc-la"));
  }

  @Test
  void wrongWordsDatesNumbersAndGapsAreBadRows() {
    String line = "g-%s,cb-quan-ly,%s,tinh-uy,,,%s,,,%s,,,,,,,%n";
    input.edit(
        "register/grants.csv",
        text ->
            text
                + line.formatted("1", "cho_phep", "", "")
                + line.formatted("2", "phan_cap", "2026-02-30", "")
                + line.formatted("3", "phan_cap", "hôm qua", "")
                + line.formatted("4", "phan_cap", "", "mười")
                + ",cb-quan-ly,phan_cap,,,,,,,,,,,,,,\n"
                + "g-6,,phan_cap,,,,,,,,,,,,,,\n"
                + "g-7,cb-quan-ly,phan_cap\n");
    assertThat(refused(input.root()).badRows())
        .extracting(BadRow::problem)
        .containsExactly(
            RowProblem.TOKEN_UNKNOWN,
            RowProblem.DATE_INVALID,
            RowProblem.DATE_INVALID,
            RowProblem.NUMBER_INVALID,
            RowProblem.VALUE_MISSING,
            RowProblem.VALUE_MISSING,
            RowProblem.CELL_COUNT);
  }

  @Test
  void aKeyThatComesTwiceIsNamedWithItsFirstPlace() {
    input.edit("register/fields.csv", text -> text + "cong-tac-can-bo,Tên khác,\n");
    assertThat(refused(input.root()).badRows())
        .containsExactly(
            new BadRow(
                "fields.csv",
                TestLines.count(input.file("register/fields.csv")),
                RowProblem.KEY_REPEATED,
                "cong-tac-can-bo",
                "fields.csv",
                "2"));
  }

  @Test
  void aLineBreakInsideACellDoesNotShiftTheLinesNamed() {
    Path table =
        input.write(
            "fields.csv",
            "id,name,parent_id\n\"a\nz\",\"Một\nhai\nba\",\nb,,\n\nc,Tên,\n\"d\nd\",,\n");
    assertThat(refused(table).badRows())
        .containsExactly(
            new BadRow("fields.csv", 6, RowProblem.VALUE_MISSING, "name"),
            new BadRow("fields.csv", 9, RowProblem.VALUE_MISSING, "name"));
  }

  @Test
  void textsLongerThanTheRegisterCanKeepAreBadRows() {
    input.edit("register/fields.csv", text -> text + "dai,%s,\n".formatted("a".repeat(401)));
    assertThat(refused(input.root()).badRows())
        .extracting(BadRow::problem, BadRow::arguments)
        .containsExactly(tuple(RowProblem.TEXT_TOO_LONG, List.of("name", "401", "400")));
    String steps = "b".repeat(OperationRules.MAX_TEXT + 1);
    Path catalogue =
        input.write(
            "p.jsonl", "{\"code\":\"9.1\",\"name\":\"x\",\"steps\":\"%s\"}\n".formatted(steps));
    assertThat(refused(catalogue).badRows())
        .extracting(BadRow::problem)
        .containsExactly(RowProblem.TEXT_TOO_LONG);
  }

  @Test
  void aCellOfTenMegabytesIsRefusedWithItsPlace() {
    String huge = "x".repeat(10 << 20);
    input.edit("register/fields.csv", text -> text + "lon,\"" + huge + "\",\n");
    Fault fault = fault(input.root());
    assertThat(fault.code()).isEqualTo(FaultCode.INPUT_TOO_LARGE);
    assertThat(fault.arguments().getFirst())
        .isEqualTo("fields.csv:" + TestLines.count(input.file("register/fields.csv")));
    Path catalogue =
        input.write(
            "p.jsonl",
            InputFolder.procedure("9.000001", "Tốt", "2026-07-20")
                + "{\"code\":\"9.000002\",\"name\":\""
                + huge
                + "\"}\n");
    assertThat(refused(catalogue).badRows())
        .extracting(BadRow::line, BadRow::problem)
        .containsExactly(tuple(2L, RowProblem.LINE_TOO_LONG));
  }

  @Test
  void aQuoteThatNeverEndsDoesNotSwallowTheFile() {
    input.edit("register/fields.csv", text -> text + "mo,\"" + "dòng, dòng\n".repeat(60_000));
    Fault fault = fault(input.root());
    assertThat(fault.code()).isIn(FaultCode.INPUT_TOO_LARGE, FaultCode.INPUT_DAMAGED);
  }

  @Test
  void aZipBombIsGivenUpEarly() {
    byte[] line = "{\"code\":\"1\",\"name\":\"\"}\n".repeat(4_000).getBytes(StandardCharsets.UTF_8);
    Path bomb = input.writeZipped("bomb.jsonl.gz", line, 1_000);
    Fault fault = fault(bomb);
    assertThat(fault.code()).isEqualTo(FaultCode.INPUT_COMPRESSED_TOO_FAR);
    assertThat(fault.arguments().getFirst()).isEqualTo("bomb.jsonl.gz");
  }

  @Test
  void aBombOfOneEndlessLineIsGivenUpToo() {
    Path bomb = input.writeZipped("bomb.jsonl.gz", new byte[1 << 20], 200);
    assertThat(fault(bomb).code()).isEqualTo(FaultCode.INPUT_COMPRESSED_TOO_FAR);
  }

  @Test
  void aZipThatIsCutOrDamagedIsRefused() throws IOException {
    byte[] line =
        InputFolder.procedure("9.000001", "Việc", "2026-07-20").getBytes(StandardCharsets.UTF_8);
    Path whole = input.writeZipped("p.jsonl.gz", line, 1);
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(whole, Arrays.copyOf(bytes, bytes.length - 9));
    assertThat(fault(whole).code()).isEqualTo(FaultCode.INPUT_DAMAGED);
    byte[] flipped = bytes.clone();
    flipped[bytes.length - 6] ^= 1;
    Files.write(whole, flipped);
    assertThat(fault(whole).code()).isEqualTo(FaultCode.INPUT_DAMAGED);
    Files.writeString(whole, "không phải gzip");
    assertThat(fault(whole).code()).isEqualTo(FaultCode.INPUT_DAMAGED);
  }

  @Test
  void jsonThatIsNoneOrTooDeepIsABadRow() {
    String deep = "[".repeat(2_000) + "]".repeat(2_000);
    Path catalogue =
        input.write(
            "p.jsonl",
            InputFolder.procedure("9.000001", "Tốt", "2026-07-20")
                + "{\"code\":\"9.000002\",\"name\":\n"
                + "[1,2]\n"
                + "{\"code\":\"9.000003\",\"name\":\"x\",\"thêm\":"
                + deep
                + "}\n"
                + "{\"code\":\"9.000004\",\"name\":\"x\",\"channels\":\"không\"}\n"
                + "{\"code\":\"9.000005\",\"name\":{\"vi\":\"x\"}}\n"
                + "{\"name\":\"không mã\"}\n"
                + "{\"code\":\"9.000006\",\"name\":\"x\",\"levels\":\"huyen\"}\n"
                + "{\"code\":\"9.000007\",\"name\":\"x\"} {\"code\":\"9.000008\"}\n"
                + "{\"code\":\"9.000009\",\"name\":\"x\",\"snapshot\":\"2026-13-01\"}");
    assertThat(refused(catalogue).badRows())
        .extracting(BadRow::line, BadRow::problem)
        .containsExactly(
            tuple(2L, RowProblem.JSON_INVALID),
            tuple(3L, RowProblem.SHAPE_INVALID),
            tuple(4L, RowProblem.JSON_INVALID),
            tuple(5L, RowProblem.SHAPE_INVALID),
            tuple(6L, RowProblem.SHAPE_INVALID),
            tuple(7L, RowProblem.VALUE_MISSING),
            tuple(8L, RowProblem.TOKEN_UNKNOWN),
            tuple(9L, RowProblem.SHAPE_INVALID),
            tuple(10L, RowProblem.DATE_INVALID));
  }

  @Test
  void decomposedInputIsTheSameAsWhatIsThere() {
    for (String name :
        List.of("register/grants.csv", "admin/communes.csv", "procedures/procedures.jsonl")) {
      input.edit(name, text -> Normalizer.normalize(text, Normalizer.Form.NFD));
    }
    ImportReport report = apply(input.root());
    assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.NOTHING_NEW);
  }

  @Test
  void cancellingWhileReadingLeavesAllAsItWas() {
    input.edit("register/fields.csv", text -> text + "moi,Mới,\n");
    assertCancelledAt(Progress.Phase.READ, 5);
  }

  @Test
  void cancellingWhileWritingLeavesAllAsItWas() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 1_200; i++) {
      many.append(InputFolder.procedure("9.%06d".formatted(i), "Việc " + i, "2026-07-20"));
    }
    input.write("p.jsonl", many.toString());
    Counting progress = new Counting(Progress.Phase.WRITE, 1);
    Fault fault =
        catchThrowableOfType(
            Fault.class,
            () ->
                wiring
                    .imports()
                    .apply(List.of(input.file("p.jsonl")), ImportService.Options.STRICT, progress));
    assertThat(fault.code()).isEqualTo(FaultCode.CANCELLED);
    assertThat(progress.cancelled()).isTrue();
  }

  @Test
  void aFileThatIsWrittenWhileItIsImportedIsRefused() {
    Path table = input.write("fields.csv", "id,name,parent_id\nmoi,Mới,\n");
    Progress meddling =
        new Progress() {
          @Override
          public void at(Phase phase, long done, long total) {
            if (phase == Phase.WRITE) {
              input.write("fields.csv", "id,name,parent_id\nmoi,Tên khác hẳn,\n");
            }
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    Fault fault =
        catchThrowableOfType(
            Fault.class,
            () -> wiring.imports().apply(List.of(table), ImportService.Options.STRICT, meddling));
    assertThat(fault.code()).isEqualTo(FaultCode.INPUT_DAMAGED);
  }

  @Test
  void aPlanWritesNothing() {
    input.edit("register/fields.csv", text -> text + "moi,Mới,\n");
    ImportReport plan =
        wiring.imports().plan(List.of(input.root()), ImportService.Options.STRICT, Progress.NONE);
    assertThat(plan.outcome()).isEqualTo(ImportReport.Outcome.PLANNED);
    assertThat(plan.counts().get(Entity.FIELD).added()).isEqualTo(1);
  }

  private void assertCancelledAt(Progress.Phase phase, int calls) {
    Counting progress = new Counting(phase, calls);
    Fault fault =
        catchThrowableOfType(
            Fault.class,
            () ->
                wiring
                    .imports()
                    .apply(List.of(input.root()), ImportService.Options.STRICT, progress));
    assertThat(fault.code()).isEqualTo(FaultCode.CANCELLED);
  }

  /** Asks to stop after so many notices of one phase. */
  private static final class Counting implements Progress {
    private final Phase phase;
    private int left;

    Counting(Phase phase, int calls) {
      this.phase = phase;
      this.left = calls;
    }

    @Override
    public void at(Phase now, long done, long total) {
      assertThat(done).isLessThanOrEqualTo(total < 0 ? Long.MAX_VALUE : total);
      if (now == phase) {
        left--;
      }
    }

    @Override
    public boolean cancelled() {
      return left <= 0;
    }
  }

  private ImportReport apply(Path path) {
    return wiring.imports().apply(List.of(path), ImportService.Options.STRICT, Progress.NONE);
  }

  private ImportReport refused(Path path) {
    ImportReport report = apply(path);
    assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.REFUSED);
    assertThat(report.badTotal()).isEqualTo(report.badRows().size());
    return report;
  }

  private Fault fault(Path path) {
    Fault fault = catchThrowableOfType(Fault.class, () -> apply(path));
    assertThat(fault).isNotNull();
    return fault;
  }
}
