package org.junheng.jobs.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.report.Language;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --lang zh|en} and {@code --help}, for every command, and where the command speaks. */
final class LanguageOption {
    @Option(names = "--lang", paramLabel = "zh|en", description = "语言 / language (default: zh)", defaultValue = "zh")
    Language language = Language.ZH;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "帮助 / this help")
    boolean help;

    @Spec(Spec.Target.MIXEE)
    @Nullable
    CommandSpec command;

    PrintWriter out() {
        if (command == null) {
            throw new IllegalStateException("a command runs inside its command line");
        }
        return command.commandLine().getOut();
    }

    Console console() {
        return new Console(out(), language);
    }

    /** A command that speaks a language. */
    interface Chosen {
        LanguageOption options();
    }
}
