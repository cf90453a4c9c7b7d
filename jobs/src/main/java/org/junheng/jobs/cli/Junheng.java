package org.junheng.jobs.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.report.Language;
import org.junheng.metric.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: parses the command line and turns every end into its exit status. */
@Command(
        name = "junheng",
        mixinStandardHelpOptions = true,
        version = "junheng 0.1.0",
        description = {"均衡:评价优质学校是否带动其他学校。", "Measures whether good schools lift the others."},
        subcommands = {
            InitCommand.class,
            CheckCommand.class,
            RunCommand.class,
            SimulateCommand.class,
            MetricsCommand.class
        })
public final class Junheng implements Runnable {
    @CommandLine.Spec
    CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    public static void main(String... args) {
        System.exit(execute(args));
    }

    static int execute(String... args) {
        CommandLine line = new CommandLine(new Junheng())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, parsed) -> end(e, command));
        return line.execute(args);
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    private static int end(Exception e, CommandLine command) {
        PrintWriter err = command.getErr();
        if (e instanceof Refusal refusal) {
            Language language = Language.ZH;
            if (command.getCommand() instanceof LanguageOption.Chosen chosen) {
                language = chosen.language();
            }
            for (Words sentence : refusal.sentences()) {
                err.println(language == Language.ZH ? sentence.zh() : sentence.en());
            }
            return refusal.status().code();
        }
        err.println("junheng 内部错误(程序缺陷),请连同下面的信息报告 / a bug of ours; please report it with what follows:");
        e.printStackTrace(err);
        return ExitStatus.BUG.code();
    }
}
