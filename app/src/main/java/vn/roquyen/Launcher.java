package vn.roquyen;

/** Starts the program: a subcommand runs on the command line, no argument opens the window. */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] arguments) {
    System.out.println("Rõ Quyền");
  }
}
