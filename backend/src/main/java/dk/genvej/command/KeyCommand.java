package dk.genvej.command;

import dk.genvej.citizen.CprVault;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The master key of an installation. */
@Command(
    name = "key",
    description = "The master key that wraps the CPR keys of all municipalities.",
    mixinStandardHelpOptions = true,
    subcommands = KeyCommand.New.class)
final class KeyCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "Which command?");
  }

  /** Makes one. */
  @Command(
      name = "new",
      description =
          "Makes a master key in a new file that only its owner can read. Keep a copy in a safe:"
              + " without it no CPR number can be read again.",
      mixinStandardHelpOptions = true)
  static final class New implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "must not exist yet")
    private Path file = Path.of("");

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
      var line = Objects.requireNonNull(spec).commandLine();
      var mode = PosixFilePermissions.fromString("rw-------");
      try {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(mode));
        Files.writeString(file, CprVault.newMasterKey() + "\n");
      } catch (FileAlreadyExistsException taken) {
        throw new ParameterException(line, file + " exists already and is not written over.");
      } catch (IOException impossible) {
        throw new ParameterException(line, file + " cannot be made here.");
      }
      line.getOut().println("The master key is in " + file + ": keep a copy in a safe.");
      return 0;
    }
  }
}
