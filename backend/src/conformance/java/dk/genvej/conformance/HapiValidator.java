package dk.genvej.conformance;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import dk.genvej.check.ProfileValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.utilities.npm.NpmPackage;

/** Judges by FHIR R4 and whatever packages it is given. */
public final class HapiValidator implements ProfileValidator {

  private static final String[] KINDS = {"StructureDefinition", "ValueSet", "CodeSystem"};

  private final FhirContext context = FhirContext.forR4();

  @Override
  public Judge by(List<Path> packages) {
    var known = new PrePopulatedValidationSupport(context);
    packages.forEach(file -> load(file, known));
    var support =
        new ValidationSupportChain(
            known,
            new DefaultProfileValidationSupport(context),
            new SnapshotGeneratingValidationSupport(context),
            new CommonCodeSystemsTerminologyService(context),
            new InMemoryTerminologyServerValidationSupport(context));
    var validator =
        context.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
    return report -> faults(validator, report);
  }

  private void load(Path file, PrePopulatedValidationSupport known) {
    try (var in = Files.newInputStream(file)) {
      var loaded = NpmPackage.fromPackage(in);
      for (var name : loaded.listResources(KINDS)) {
        try (var resource = loaded.load("package", name)) {
          known.addResource(context.newJsonParser().parseResource(resource));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " is no package of FHIR", unreadable);
    }
  }

  private static List<String> faults(FhirValidator validator, String report) {
    return validator.validateWithResult(report).getMessages().stream()
        .filter(one -> one.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
        .map(HapiValidator::line)
        .toList();
  }

  private static String line(SingleValidationMessage one) {
    return one.getLocationString() + ": " + one.getMessage();
  }
}
