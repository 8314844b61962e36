package vn.roquyen.ui.common;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import vn.roquyen.platform.FreshFile;

/**
 * A drawing of the window as a PNG file, twice as fine as on the screen so that it can be printed.
 */
public final class Picture {
  private static final double FINE = 2;

  private final int width;
  private final int height;
  private final int[] pixels;

  private Picture(int width, int height, int[] pixels) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  /** Takes the whole node, also what is scrolled out of view; on the window's thread. */
  public static Picture of(Region node) {
    SnapshotParameters how = new SnapshotParameters();
    how.setTransform(Transform.scale(FINE, FINE));
    WritableImage image = node.snapshot(how, null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return new Picture(width, height, pixels);
  }

  /**
   * Writes the file; takes a while, so not on the window's thread.
   *
   * @throws vn.roquyen.domain.Fault OUTPUT_FAILED, DISK_FULL
   */
  public void write(Path file) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    FreshFile.write(
        file,
        out -> {
          if (!ImageIO.write(image, "png", out)) {
            throw new IOException("no writer for PNG");
          }
        });
  }
}
