import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Property;
import org.jooq.meta.jaxb.Target;

/**
 * Writes the jOOQ classes from the Flyway scripts: arguments are the script folder and the target.
 */
final class GenerateSchema {
  public static void main(String[] args) throws Exception {
    // What the generator tells of its work would hide what the build has to say.
    Logger.getLogger("").setLevel(Level.WARNING);
    String scripts = Path.of(args[0]).toAbsolutePath() + "/*.sql";
    Database database =
        new Database()
            .withName("org.jooq.meta.extensions.ddl.DDLDatabase")
            .withProperties(
                new Property().withKey("scripts").withValue(scripts),
                new Property().withKey("sort").withValue("flyway"),
                new Property().withKey("unqualifiedSchema").withValue("none"),
                new Property().withKey("defaultNameCase").withValue("upper"));
    Generator generator =
        new Generator()
            .withDatabase(database)
            .withGenerate(new Generate().withRecords(false).withGeneratedAnnotation(true))
            .withTarget(
                new Target().withPackageName("vn.roquyen.persistence.jooq").withDirectory(args[1]));
    GenerationTool.generate(new Configuration().withGenerator(generator));
  }
}
