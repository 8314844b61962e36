package vn.roquyen.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Entity;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.FaultCode;

/** A file of which it is known what it holds. */
public final class InputFile {
  private final Path path;
  private final @Nullable CsvShape shape;
  private final InputLimits limits;

  private InputFile(Path path, @Nullable CsvShape shape, InputLimits limits) {
    this.path = path;
    this.shape = shape;
    this.limits = limits;
  }

  static InputFile csv(Path path, CsvShape shape, InputLimits limits) {
    return new InputFile(path, shape, limits);
  }

  static InputFile catalogue(Path path, InputLimits limits) {
    return new InputFile(path, null, limits);
  }

  public Path path() {
    return path;
  }

  /** The name of the file, for a person. */
  public String name() {
    return String.valueOf(path.getFileName());
  }

  /** What its rows are. */
  public Entity entity() {
    return shape == null ? Entity.PROCEDURE : shape.entity();
  }

  /** Its length on disk in bytes. */
  public long size() {
    try {
      return Files.size(path);
    } catch (IOException failure) {
      throw new Fault(FaultCode.INPUT_MISSING, failure, path.toString());
    }
  }

  /** Changes when the file is written. */
  public String stamp() {
    try {
      return Files.size(path) + "@" + Files.getLastModifiedTime(path).toMillis();
    } catch (IOException failure) {
      throw new Fault(FaultCode.INPUT_MISSING, failure, path.toString());
    }
  }

  /** Opens it at its first row. */
  public RowReader open() {
    return shape == null ? new CatalogueRows(path, limits) : new CsvRows(shape, path, limits);
  }
}
