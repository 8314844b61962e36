package vn.roquyen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ArgumentsTest {
  @Test
  void theTypedBytesAreTakenWhereTheJvmLostTheLetters() {
    byte[] typed =
        "java\0-cp\0x\0vn.roquyen.Launcher\0lookup\0đăng ký khai sinh\0"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(new Arguments("lookup", "??ng k? khai sinh").recover(typed))
        .containsExactly("lookup", "đăng ký khai sinh");
  }

  @Test
  void anEmptyArgumentKeepsItsPlace() {
    byte[] typed = "java\0Main\0lookup\0\0ký\0".getBytes(StandardCharsets.UTF_8);
    assertThat(new Arguments("lookup", "", "k?").recover(typed))
        .containsExactly("lookup", "", "ký");
  }

  @Test
  void plainArgumentsAreLeftAlone() {
    assertThat(new Arguments("lookup", "khai sinh").asTyped())
        .containsExactly("lookup", "khai sinh");
  }
}
