package vn.roquyen.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.ChangeId;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;
import vn.roquyen.service.FileOutcome.Kind;
import vn.roquyen.sync.Parcel;
import vn.roquyen.sync.Reason;
import vn.roquyen.sync.Reception;
import vn.roquyen.sync.Refusal;
import vn.roquyen.sync.SignedDocument;

/**
 * Files and folders as a row of documents, opened one after another; and afterwards, what became of
 * each file. Names and endings are not trusted: the first bytes say what a file is.
 */
final class IncomingFiles implements Iterator<byte[]> {
  private static final int MAX_FILES = 100_000;
  private static final int MAX_DEPTH = 8;
  private static final int START = 16;

  private final List<Path> files;
  private final List<Integer> origins = new ArrayList<>();
  private final Map<Integer, Refusal> refusals = new HashMap<>();
  private final Deque<byte[]> documents = new ArrayDeque<>();
  private final Progress progress;
  private final long total;
  private long done;
  private int next;

  /**
   * Files to be received.
   *
   * @param progress told how many bytes were taken; when it is cancelled the row ends here
   * @throws Fault INPUT_MISSING
   */
  IncomingFiles(List<Path> paths, Progress progress) {
    files = paths.stream().flatMap(path -> expand(path).stream()).toList();
    this.progress = progress;
    total = files.stream().mapToLong(file -> file.toFile().length()).sum();
  }

  @Override
  public boolean hasNext() {
    if (progress.cancelled()) {
      return false;
    }
    while (documents.isEmpty() && next < files.size()) {
      open(next++);
    }
    return !documents.isEmpty();
  }

  @Override
  public byte[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    origins.add(next - 1);
    byte[] document = documents.removeFirst();
    progress.at(Progress.Phase.RECEIVE, done, total);
    done += document.length;
    return document;
  }

  /** What became of each file that was opened, from the answers to the documents in their order. */
  List<FileOutcome> outcomes(List<List<Reception>> answers) {
    Map<ChangeId, Reception> last = new HashMap<>();
    answers.forEach(each -> each.stream().skip(1).forEach(late -> remember(last, late)));
    List<@Nullable FileOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Refusal refusal = refusals.get(i);
      outcomes.add(refusal == null ? null : refused(files.get(i), refusal));
    }
    for (int i = 0; i < answers.size(); i++) {
      int file = origins.get(i);
      outcomes.set(
          file,
          worse(outcomes.get(file), outcome(files.get(file), answers.get(i).getFirst(), last)));
    }
    List<FileOutcome> all = new ArrayList<>();
    for (int i = 0; i < next; i++) {
      FileOutcome outcome = outcomes.get(i);
      String name = files.get(i).toString();
      all.add(outcome == null ? new FileOutcome(name, Kind.KNOWN, null, List.of(), 0) : outcome);
    }
    return all;
  }

  private void open(int index) {
    Path file = files.get(index);
    try {
      if (isParcel(file)) {
        Parcel.open(file).forEach(documents::add);
      } else if (Files.size(file) > SignedDocument.MAX_BYTES) {
        throw new Refusal(Reason.TOO_LARGE);
      } else {
        documents.add(Files.readAllBytes(file));
      }
    } catch (Refusal refusal) {
      documents.clear();
      refusals.put(index, refusal);
    } catch (IOException failure) {
      throw new Fault(FaultCode.INPUT_MISSING, failure, file.toString());
    }
  }

  private static boolean isParcel(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Parcel.isParcel(in.readNBytes(START));
    }
  }

  private static List<Path> expand(Path path) {
    if (!Files.exists(path)) {
      throw new Fault(FaultCode.INPUT_MISSING, path.toString());
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> found = Files.walk(path, MAX_DEPTH)) {
      return found
          .filter(Files::isRegularFile)
          .filter(file -> !isUnfinished(file.getFileName().toString()))
          .sorted()
          .limit(MAX_FILES)
          .toList();
    } catch (IOException failure) {
      throw new Fault(FaultCode.INPUT_MISSING, failure, path.toString());
    }
  }

  /** What a copy that is still running, or the system, leaves beside files. */
  private static boolean isUnfinished(String name) {
    return name.startsWith(".") || name.endsWith(".part") || name.endsWith(".new");
  }

  private static void remember(Map<ChangeId, Reception> last, Reception late) {
    switch (late) {
      case Reception.Applied applied -> last.put(applied.id(), late);
      case Reception.AlreadyKnown known -> last.putIfAbsent(known.id(), late);
      case Reception.Held held -> last.put(held.id(), late);
      case Reception.Refused refused -> {
        if (refused.id() != null) {
          last.put(refused.id(), late);
        }
      }
    }
  }

  /** The answer that stands at the end: a file that had to wait may have been decided since. */
  private static FileOutcome outcome(
      Path file, Reception first, Map<ChangeId, Reception> decidedLater) {
    Reception answer =
        first instanceof Reception.Held held ? decidedLater.getOrDefault(held.id(), first) : first;
    return outcome(file, answer);
  }

  static FileOutcome outcome(Path file, Reception answer) {
    String name = file.toString();
    return switch (answer) {
      case Reception.Applied applied ->
          new FileOutcome(name, Kind.APPLIED, null, List.of(), applied.edits() > 0 ? 1 : 0);
      case Reception.AlreadyKnown known -> new FileOutcome(name, Kind.KNOWN, null, List.of(), 0);
      case Reception.Held held ->
          new FileOutcome(name, Kind.HELD, held.reason().name(), held.arguments(), 0);
      case Reception.Refused refused ->
          new FileOutcome(name, Kind.REFUSED, refused.reason().name(), refused.arguments(), 0);
    };
  }

  private static FileOutcome refused(Path file, Refusal refusal) {
    return new FileOutcome(
        file.toString(), Kind.REFUSED, refusal.reason().name(), refusal.arguments(), 0);
  }

  private static FileOutcome worse(@Nullable FileOutcome before, FileOutcome now) {
    if (before == null) {
      return now;
    }
    FileOutcome worst = now.kind().compareTo(before.kind()) > 0 ? now : before;
    return new FileOutcome(
        worst.file(),
        worst.kind(),
        worst.reason(),
        worst.arguments(),
        before.changes() + now.changes());
  }
}
