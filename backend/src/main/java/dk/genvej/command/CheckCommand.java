package dk.genvej.command;

import dk.genvej.check.Campaign;
import dk.genvej.check.DeadlineYear;
import dk.genvej.check.Kills;
import dk.genvej.check.TrackingCampaign;
import dk.genvej.check.Trial;
import dk.genvej.shared.SystemTime;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Long trials of what must never fail. */
@Command(
    name = "check",
    description = "Tries by seed what must never fail, and prints n of N.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      CheckCommand.Sync.class,
      CheckCommand.Kill.class,
      CheckCommand.Deadlines.class,
      CheckCommand.Tracking.class,
      CheckPushCommand.class,
      GatewayCheck.class
    })
final class CheckCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new picocli.CommandLine.ParameterException(
        Objects.requireNonNull(spec).commandLine(), "Check what?");
  }

  /** Offline sync. */
  @Command(
      name = "sync",
      description =
          "Starts a server on an embedded PostgreSQL and drives reference clients through bad"
              + " networks, races, wrong clocks, lost access and restores. Stopped, it goes on in"
              + " the same folder with the same seed.",
      mixinStandardHelpOptions = true)
  static final class Sync implements Callable<Integer> {

    @Option(
        names = "--schedules",
        defaultValue = "1000",
        paramLabel = "N",
        description =
            "schedules of R4; the others follow in proportion, as the targets have them"
                + " (default: ${DEFAULT-VALUE})")
    private int schedules;

    @Option(
        names = "--minutes",
        defaultValue = "95",
        paramLabel = "N",
        description =
            "begins nothing after so many; the same command goes on (default: ${DEFAULT-VALUE})")
    private int minutes;

    @Option(
        names = "--only",
        split = ",",
        paramLabel = "TRIAL",
        description = "${COMPLETION-CANDIDATES}; all when left out")
    private @Nullable Set<Trial> only;

    @Mixin private CampaignOptions campaign = new CampaignOptions();

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
      var folder = campaign.folder();
      var outcome =
          Campaign.run(
              campaign.seed(),
              counts(),
              folder,
              folder.resolve("tablets"),
              Duration.ofMinutes(minutes),
              TerminalProgress.here());
      var text = outcome.text() + "results in " + folder + System.lineSeparator();
      return campaign.ended(text, outcome.allWell());
    }

    private Map<Trial, Integer> counts() {
      var counts = new EnumMap<Trial, Integer>(Trial.class);
      for (var trial : only == null ? EnumSet.allOf(Trial.class) : only) {
        counts.put(trial, count(trial));
      }
      return counts;
    }

    /** 100,000 schedules bring 200, 10,000, 1,000, 1,000 and 50 of the others. */
    private int count(Trial trial) {
      return switch (trial) {
        case R4 -> schedules;
        case CUT -> Math.max(2, schedules / 500);
        case R5 -> Math.max(Math.min(schedules, 100), schedules / 10);
        case R6 -> Math.max(Math.min(schedules, 100), schedules / 100);
        case R8 -> Math.max(Math.min(schedules, 50), schedules / 100);
        case R7 -> Math.max(2, schedules / 2_000);
      };
    }
  }

  /** R11. */
  @Command(
      name = "tracking",
      description =
          "Sends outcomes to the reference receiver in a storm of faults and poisoned versions, and"
              + " holds its ledger against the tables.",
      mixinStandardHelpOptions = true)
  static final class Tracking implements Callable<Integer> {

    @Option(
        names = "--outcomes",
        defaultValue = "500",
        paramLabel = "N",
        description = "versions, four to a course (default: ${DEFAULT-VALUE})")
    private int outcomes;

    @Mixin private CampaignOptions campaign = new CampaignOptions();

    @Override
    public Integer call() throws IOException, SQLException {
      var folder = campaign.folder();
      var outcome = TrackingCampaign.run(outcomes, campaign.seed(), folder);
      return campaign.ended(outcome.text(), outcome.allWell());
    }
  }

  /** R1 and R2, and R12 in their midst. */
  @Command(
      name = "kill",
      description =
          "Kills the backend's process, while tablets upload and courses end, then the database's,"
              + " and holds what everybody was told, and the outcomes, against the database."
              + " Stopped, it goes on in the same folder with the same seed.",
      mixinStandardHelpOptions = true)
  static final class Kill implements Callable<Integer> {

    @Option(
        names = "--backend",
        defaultValue = "20",
        paramLabel = "N",
        description = "kills of the backend (default: ${DEFAULT-VALUE})")
    private int backend;

    @Option(
        names = "--postgres",
        defaultValue = "10",
        paramLabel = "N",
        description = "kills of PostgreSQL (default: ${DEFAULT-VALUE})")
    private int postgres;

    @Option(
        names = "--minutes",
        defaultValue = "95",
        paramLabel = "N",
        description =
            "kills nobody after so many; the same command goes on (default: ${DEFAULT-VALUE})")
    private int minutes;

    @Mixin private CampaignOptions campaign = new CampaignOptions();

    @Override
    public Integer call() throws IOException, SQLException {
      var folder = campaign.folder();
      var end = SystemTime.machine().plus(Duration.ofMinutes(minutes));
      boolean well = true;
      for (var victim : Kills.Victim.values()) {
        int kills = victim == Kills.Victim.BACKEND ? backend : postgres;
        var own = folder.resolve(victim.name());
        var outcome =
            Kills.run(
                victim,
                kills,
                campaign.seed(),
                own,
                own.resolve("tablets"),
                Duration.between(SystemTime.machine(), end),
                TerminalProgress.here());
        campaign.print(outcome.text());
        well &= outcome.faults().isEmpty() && outcome.kills() >= kills;
      }
      return well ? 0 : GenvejCommand.FAILED;
    }
  }

  /** The simulated year. */
  @Command(
      name = "deadlines",
      description =
          "Lives a town's courses through weeks in minutes, with two instances, restarts in the"
              + " midst of telling and downtimes, and holds all inboxes against a model of its"
              + " own.",
      mixinStandardHelpOptions = true)
  static final class Deadlines implements Callable<Integer> {

    @Option(
        names = "--weeks",
        defaultValue = "52",
        paramLabel = "N",
        description = "of 1,063 courses a year (default: ${DEFAULT-VALUE})")
    private int weeks;

    @Mixin private CampaignOptions campaign = new CampaignOptions();

    @Override
    public Integer call() throws IOException, SQLException {
      var folder = campaign.folder();
      var outcome = DeadlineYear.year(weeks, campaign.seed(), folder, TerminalProgress.here());
      var text = "seed " + campaign.seed() + ", " + weeks + " weeks: " + outcome.text();
      return campaign.ended(text, outcome.allWell());
    }
  }
}
