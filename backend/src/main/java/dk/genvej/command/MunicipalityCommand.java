package dk.genvej.command;

import dk.genvej.citizen.MunicipalityKeys;
import dk.genvej.database.Municipalities;
import dk.genvej.shared.Ids;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The municipalities of an installation. */
@Command(
    name = "municipality",
    description = "The municipalities of an installation.",
    mixinStandardHelpOptions = true,
    subcommands = MunicipalityCommand.Add.class)
final class MunicipalityCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "Which command?");
  }

  /** Adds one, with the top of its units and its keys. */
  @Command(
      name = "add",
      description =
          "Adds a municipality with the top of its units and its own CPR keys; one that exists"
              + " stays as it is, but for the SOR code if one is given.",
      mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {

    @Mixin private final ServerSettings settings = new ServerSettings();

    @Option(
        names = "--code",
        required = true,
        paramLabel = "NNN",
        description = "official code, 101 to 999")
    private int code;

    @Option(names = "--name", required = true, description = "such as \"Storå Kommune\"")
    private String name = "";

    @Option(
        names = "--sor",
        paramLabel = "CODE",
        description = "SOR code of the organisation that keeps its record, for FK Gateway")
    private @Nullable String sor;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
      var line = Objects.requireNonNull(spec).commandLine();
      if (sor != null && !sor.matches("[0-9]{11,20}")) {
        throw new ParameterException(line, "A SOR code has 11 to 20 digits.");
      }
      if (code < 101 || code > 999 || name.isBlank()) {
        throw new ParameterException(line, "A municipality has a code from 101 to 999 and a name.");
      }
      try (var context = settings.read()) {
        requireKeys(new ServeCheck(context.getEnvironment()));
        var owner = OwnerSettings.of(context.getEnvironment());
        Municipalities.add(
            owner.url(), owner.username(), owner.password(), code, name.strip(), Ids.next());
        if (sor != null) {
          Municipalities.nameOrganisation(
              owner.url(), owner.username(), owner.password(), code, sor);
        }
        context.start();
        context.getBean(MunicipalityKeys.class).prepare(code);
      }
      line.getOut().println(name.strip() + " (" + code + ") is there.");
      return 0;
    }

    /** Its keys are wrapped by the installation's own: the settings must be those of serve. */
    private static void requireKeys(ServeCheck check) {
      var refusals = check.refusals();
      if (!refusals.isEmpty()) {
        throw new RefusedSettings(refusals);
      }
    }
  }
}
