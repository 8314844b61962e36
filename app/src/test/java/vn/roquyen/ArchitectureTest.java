package vn.roquyen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** The arrows of the architecture, and where each library may be seen. */
@AnalyzeClasses(
    packages = "vn.roquyen",
    importOptions = {DoNotIncludeTests.class, ArchitectureTest.NotGenerated.class})
final class ArchitectureTest {

  /** jOOQ's generated packages are cyclic by nature. */
  static final class NotGenerated implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/vn/roquyen/persistence/jooq/");
    }
  }

  @ArchTest
  static void enoughClassesAreSeen(JavaClasses classes) {
    assertThat(classes.stream().filter(c -> c.getPackageName().equals("vn.roquyen.domain")).count())
        .isGreaterThan(25);
    assertThat(classes.size()).isGreaterThan(60);
  }

  @ArchTest
  static final ArchRule arrows =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("start")
          .definedBy("vn.roquyen")
          .layer("ui")
          .definedBy("vn.roquyen.ui..")
          .layer("cli")
          .definedBy("vn.roquyen.cli..")
          .layer("service")
          .definedBy("vn.roquyen.service..")
          .layer("persistence")
          .definedBy("vn.roquyen.persistence..")
          .layer("search")
          .definedBy("vn.roquyen.search..")
          .layer("sync")
          .definedBy("vn.roquyen.sync..")
          .layer("exchange")
          .definedBy("vn.roquyen.exchange..")
          .layer("report")
          .definedBy("vn.roquyen.report..")
          .whereLayer("start")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("ui")
          .mayOnlyBeAccessedByLayers("start")
          .whereLayer("cli")
          .mayOnlyBeAccessedByLayers("start")
          .whereLayer("service")
          .mayOnlyBeAccessedByLayers("start", "ui", "cli")
          .whereLayer("persistence")
          .mayOnlyBeAccessedByLayers("start", "service")
          .whereLayer("search")
          .mayOnlyBeAccessedByLayers("start", "service")
          .whereLayer("sync")
          .mayOnlyBeAccessedByLayers("start", "service")
          .whereLayer("exchange")
          .mayOnlyBeAccessedByLayers("start", "service")
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("start", "service");

  @ArchTest
  static final ArchRule domainIsPlain =
      classes()
          .that()
          .resideInAPackage("vn.roquyen.domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "vn.roquyen.domain..");

  @ArchTest
  static final ArchRule platformKnowsTheDomainOnly =
      noClasses()
          .that()
          .resideInAPackage("vn.roquyen.platform..")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are ours but neither platform nor domain",
                  (JavaClass c) ->
                      c.getPackageName().startsWith("vn.roquyen")
                          && !c.getPackageName().startsWith("vn.roquyen.platform")
                          && !c.getPackageName().startsWith("vn.roquyen.domain")));

  @ArchTest
  static final ArchRule javafxOnlyInTheWindow =
      noClasses()
          .that()
          .resideOutsideOfPackages("vn.roquyen.ui..")
          .and()
          .doNotHaveFullyQualifiedName("vn.roquyen.App")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "atlantafx..", "org.controlsfx..", "org.kordamp..");

  @ArchTest
  static final ArchRule sqlOnlyInPersistence =
      only("vn.roquyen.persistence..", "org.jooq..", "java.sql..", "org.h2..", "org.flywaydb..");

  @ArchTest
  static final ArchRule luceneOnlyInSearch = only("vn.roquyen.search..", "org.apache.lucene..");

  @ArchTest
  static final ArchRule pdfOnlyInReport =
      only("vn.roquyen.report..", "org.apache.pdfbox..", "com.google.zxing..");

  @ArchTest
  static final ArchRule viewModelsSeeNoScene =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("ViewModel")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javafx.scene..", "javafx.stage..", "javafx.fxml..", "javafx.application..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule noCycles = slices().matching("vn.roquyen.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheLedgerWrites =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("vn.roquyen.service.Ledger")
          .and()
          .resideOutsideOfPackage("vn.roquyen.persistence..")
          .should()
          .callMethod(
              "vn.roquyen.persistence.Projection",
              "apply",
              "java.lang.Iterable",
              "java.util.function.Supplier")
          .orShould()
          .callMethod("vn.roquyen.persistence.Database", "write", "java.util.function.Consumer");

  @ArchTest
  static final ArchRule onlyTheVerifierVouchesForAChange =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("vn.roquyen.sync.Verifier")
          .should()
          .callConstructor(
              "vn.roquyen.sync.VerifiedChange",
              "vn.roquyen.sync.Change",
              "vn.roquyen.sync.Certificate",
              "vn.roquyen.sync.History$Entry",
              "vn.roquyen.sync.ChangeCodec");

  @ArchTest
  static final ArchRule cryptographyOnlyInSync = only("vn.roquyen.sync..", "org.bouncycastle..");

  private static ArchRule only(String home, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }
}
