package vn.roquyen.domain;

/** The papers that offices print on. */
public enum PaperSize {
  A4(210, 297),
  A5(148, 210);

  private final int widthMillimetres;
  private final int heightMillimetres;

  PaperSize(int widthMillimetres, int heightMillimetres) {
    this.widthMillimetres = widthMillimetres;
    this.heightMillimetres = heightMillimetres;
  }

  public int widthMillimetres() {
    return widthMillimetres;
  }

  public int heightMillimetres() {
    return heightMillimetres;
  }
}
