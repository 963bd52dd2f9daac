package dk.genvej;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds the classes against the rules of the house, and each rule against a sample that breaks it.
 */
class ArchitectureTest {

  private static final String ROOT = "dk.genvej";
  private static final String CLOCK = "dk.genvej.shared.SystemTime";
  private static final JavaClasses OURS = classesIn(Path.of("target/classes"));

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    var packages =
        OURS.stream()
            .map(type -> ArchitectureRules.field(ROOT, type))
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());

    assertThat(ArchitectureRules.unplaced(packages.stream())).isEmpty();
    assertThat(ArchitectureRules.unplaced(java.util.stream.Stream.of("misc")))
        .containsExactly("misc");
  }

  @Test
  void packagesFormNoRing() {
    ArchitectureRules.noCycles(ROOT).check(OURS);
    bites(ArchitectureRules.noCycles("dk.genvej.broken.cycle"), "cycle", "one");
  }

  @Test
  void packagesKnowOnlyWhatLiesBelowThem() {
    ArchitectureRules.followTheOrder(ROOT).check(OURS);
    bites(ArchitectureRules.followTheOrder("dk.genvej.broken.order"), "order", "EarlyBird");
  }

  @Test
  void rulesArePure() {
    ArchitectureRules.rulesArePure(ROOT).check(OURS);
    bites(ArchitectureRules.rulesArePure("dk.genvej.broken.rules"), "rules", "LeakyRule");
  }

  @Test
  void onlyOneClassReadsTheClock() {
    ArchitectureRules.readNoClock(CLOCK).check(OURS);
    bites(ArchitectureRules.readNoClock(CLOCK), "clock", "WallClock");
  }

  @Test
  void controllersTouchOnlyServicesAndViews() {
    ArchitectureRules.controllersTouchOnlyServicesAndViews().check(OURS);
    bites(ArchitectureRules.controllersTouchOnlyServicesAndViews(), "controller", "NosyController");
  }

  private static void bites(ArchRule rule, String sample, String culprit) {
    var broken = classesIn(Path.of("target/test-classes/dk/genvej/broken", sample));

    assertThat(broken).as("the sample is there").isNotEmpty();
    assertThatThrownBy(() -> rule.check(broken))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(culprit);
  }

  static JavaClasses classesIn(Path folder) {
    return new ClassFileImporter()
        .withImportOption(ArchitectureTest::handwritten)
        .importPath(folder);
  }

  /** What the compiler's processors write beside our classes is not ours to judge. */
  private static boolean handwritten(Location location) {
    return !location.matches(
        Pattern.compile(".*/(\\$[^/]*|[^/]*\\$Intercepted[^/]*|[^/]*MapperImpl)\\.class"));
  }

  static java.util.stream.Stream<JavaClass> controllers() {
    return OURS.stream().filter(type -> type.getSimpleName().endsWith("Controller"));
  }
}
