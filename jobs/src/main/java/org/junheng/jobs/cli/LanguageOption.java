package org.junheng.jobs.cli;

import org.junheng.jobs.report.Language;
import picocli.CommandLine.Option;

/** {@code --lang zh|en}, for every command. */
final class LanguageOption {
    @Option(names = "--lang", paramLabel = "zh|en", description = "语言 / language (default: zh)", defaultValue = "zh")
    Language language = Language.ZH;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "帮助 / this help")
    boolean help;

    /** A command that speaks a language. */
    interface Chosen {
        Language language();
    }
}
