package vn.roquyen.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

/**
 * Finds out what the files and folders hold that a person points at: a single file, the folder of a
 * register, or a folder with the folders {@code register}, {@code admin}, {@code calendar} and
 * {@code procedures} in it.
 */
public final class InputFinder {
  private static final List<String> FOLDERS =
      List.of("admin", "calendar", "register", "procedures");

  private final InputLimits limits;

  public InputFinder(InputLimits limits) {
    this.limits = limits;
  }

  /**
   * What was found.
   *
   * @param files in the order in which they are read
   * @param passedOver files of a folder that are not data of the register
   */
  public record Found(List<InputFile> files, List<Path> passedOver) {}

  /**
   * Finds the files to read.
   *
   * @throws Fault INPUT_MISSING, INPUT_KIND_UNKNOWN, INPUT_COLUMNS
   */
  public Found find(List<Path> paths) {
    List<InputFile> files = new ArrayList<>();
    List<Path> passedOver = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        int before = files.size();
        addFolder(path, files, passedOver);
        for (String name : FOLDERS) {
          if (Files.isDirectory(path.resolve(name))) {
            addFolder(path.resolve(name), files, passedOver);
          }
        }
        if (files.size() == before) {
          throw new Fault(FaultCode.INPUT_KIND_UNKNOWN, path.toString());
        }
      } else if (Files.exists(path)) {
        files.add(single(path));
      } else {
        throw new Fault(FaultCode.INPUT_MISSING, path.toString());
      }
    }
    return new Found(List.copyOf(files), List.copyOf(passedOver));
  }

  private InputFile single(Path path) {
    String name = String.valueOf(path.getFileName());
    if (isCatalogue(name)) {
      return InputFile.catalogue(path, limits);
    }
    if (isCsv(name)) {
      CsvShape shape = shape(path);
      if (shape != null) {
        return InputFile.csv(path, shape, limits);
      }
    }
    throw new Fault(FaultCode.INPUT_KIND_UNKNOWN, path.toString());
  }

  private void addFolder(Path folder, List<InputFile> files, List<Path> passedOver) {
    record Candidate(Path path, CsvShape shape) {}
    List<Candidate> tables = new ArrayList<>();
    for (Path path : content(folder)) {
      String name = String.valueOf(path.getFileName());
      CsvShape shape = isCsv(name) ? shape(path) : null;
      if (isCatalogue(name)) {
        files.add(InputFile.catalogue(path, limits));
      } else if (shape != null) {
        tables.add(new Candidate(path, shape));
      } else {
        passedOver.add(path);
      }
    }
    // A folder may hold one list in several forms; the first form of ours is read.
    tables.sort(Comparator.comparing(table -> CsvShapes.ALL.indexOf(table.shape())));
    Set<Entity> taken = EnumSet.noneOf(Entity.class);
    Set<CsvShape> shapes = new HashSet<>();
    for (Candidate table : tables) {
      if (taken.add(table.shape().entity()) || shapes.contains(table.shape())) {
        shapes.add(table.shape());
        files.add(InputFile.csv(table.path(), table.shape(), limits));
      } else {
        passedOver.add(table.path());
      }
    }
  }

  private @Nullable CsvShape shape(Path path) {
    String name = String.valueOf(path.getFileName());
    CsvShape named = CsvShapes.named(name.substring(0, name.length() - ".csv".length()));
    if (named != null) {
      return named;
    }
    try (CsvTable table = new CsvTable(path, limits)) {
      return CsvShapes.fitting(new HashSet<>(table.headers()));
    }
  }

  private static List<Path> content(Path folder) {
    try (Stream<Path> content = Files.list(folder)) {
      return content.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException failure) {
      throw new Fault(FaultCode.INPUT_MISSING, failure, folder.toString());
    }
  }

  private static boolean isCsv(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  private static boolean isCatalogue(String name) {
    String low = name.toLowerCase(Locale.ROOT);
    return low.endsWith(".jsonl") || low.endsWith(".jsonl.gz");
  }
}
