package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that answer as the register did at the end of a past day. */
final class PastCommandsTest {
  @TempDir Path root;

  @Test
  void checkImpactAndPapersAnswerAsTheRegisterDidThen() throws IOException {
    Path data = root.resolve("dữ liệu");
    run(data, "init", "--sample", "--role", "commune", "--unit", "03160");
    String then = "2026-11-24";
    assertThat(run(data, "check", "--known", then, "--json"))
        .isEqualTo(run(data, "check", "--at", then, "--json"))
        .contains("GRANTEE_MISSING");
    assertThat(run(data, "impact", "95/2025/QĐ-UBND", "--known", then, "--on", then, "--json"))
        .isEqualTo(run(data, "impact", "95/2025/QĐ-UBND", "--on", then, "--json"));
    Path book = root.resolve("sổ tay.pdf");
    run(data, "handbook", "--known", then, "--body", "ct-ubnd-cap-xa", "--out", book.toString());
    assertThat(text(book)).contains("như đã hiện vào cuối ngày 24/11/2026");
    Path slip = root.resolve("phiếu.pdf");
    run(data, "slip", "1.001193", "--known", then, "--out", slip.toString());
    assertThat(text(slip)).contains("như đã hiện vào cuối ngày 24/11/2026");
    run(data, "slip", "1.001193", "--out", slip.toString());
    assertThat(text(slip)).doesNotContain("như đã hiện");
    CommandRun early = CommandRun.on(data, "check", "--known", "2026-11-23");
    assertThat(early.exitCode()).isNotZero();
    assertThat(early.err()).contains("KNOWN_TOO_EARLY");
    CommandRun late =
        CommandRun.on(
            data, "diff", "--axis", "known", "--from", "24.11.2026", "--to", "1-1-2099", "--json");
    assertThat(late.exitCode()).isEqualTo(3);
    assertThat(late.err()).contains("KNOWN_TOO_LATE");
  }

  @Test
  void aDayThatIsNoneIsAnsweredWithTheFormOfOne() {
    for (String wrong : new String[] {"31/2/2026", "hôm qua", "2026-2-30"}) {
      CommandRun run = CommandRun.on(root, "who", "x", "--at", wrong);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("--at", wrong, "24/11/2026 hoặc 2026-11-24");
    }
    assertThat(CommandRun.on(root, "diff", "--from", "2/3/2026", "--to", "1/3/2026").err())
        .contains("--to (01/03/2026) đứng trước ngày --from (02/03/2026)");
    assertThat(
            CommandRun.on(root, "diff", "--from", "1/1/2026", "--to", "2/1/2026", "--axis", "x")
                .err())
        .contains("force|known");
  }

  private static String text(Path file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  private static String run(Path data, String... arguments) {
    CommandRun run = CommandRun.on(data, arguments);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run.out();
  }
}
