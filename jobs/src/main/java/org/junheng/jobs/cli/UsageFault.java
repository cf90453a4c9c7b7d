package org.junheng.jobs.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.report.Language;
import org.junheng.metric.Words;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of a command line that cannot be meant: what is wrong, what is near, where the help is. */
final class UsageFault {
    private static final String LANGUAGE = "--lang";

    private UsageFault() {}

    static int tell(ParameterException fault, String[] args) {
        Language language = language(args);
        PrintWriter err = fault.getCommandLine().getErr();
        err.println(language.of(wrong(fault)));
        if (fault instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            String near = String.join(", ", unmatched.getSuggestions());
            err.println(language.of(new Words("是否指：" + near, "Did you mean: " + near + "?")));
        }
        String help = fault.getCommandLine().getCommandSpec().qualifiedName() + " --help";
        err.println(language.of(new Words("用法见 " + help, "Usage: " + help)));
        return ExitStatus.WRONG_USAGE.code();
    }

    /** The language that the words ask for, though they could not all be read. */
    private static Language language(String[] args) {
        List<String> words = List.of(args);
        int at = words.indexOf(LANGUAGE);
        String told = at >= 0 && at + 1 < words.size() ? words.get(at + 1) : "";
        boolean english = told.equalsIgnoreCase(Language.EN.name())
                || words.stream().anyMatch(w -> w.toLowerCase(Locale.ROOT).equals(LANGUAGE + "=en"));
        return english ? Language.EN : Language.ZH;
    }

    private static Words wrong(ParameterException fault) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            String words = String.join(" ", unmatched.getUnmatched());
            return new Words("不认识：" + words, "not known: " + words);
        } else if (fault instanceof MissingParameterException missing) {
            String words = missing.getMissing().stream()
                    .map(a -> a instanceof OptionSpec option ? option.longestName() : a.paramLabel())
                    .collect(Collectors.joining(", "));
            return new Words("缺少：" + words, "missing: " + words);
        } else if (fault.getArgSpec() instanceof OptionSpec option && fault.getValue() != null) {
            String found = option.longestName() + " \"" + fault.getValue() + "\"";
            Words allowed =
                    switch (option.longestName()) {
                        case LANGUAGE -> new Words("zh 或 en", "zh or en");
                        case "--as-known-on", "--as-of" -> new Words("2024-03-31 这样的日期", "a day such as 2024-03-31");
                        default -> new Words("整数", "a whole number");
                    };
            return new Words(found + " 不能用，应为 " + allowed.zh(), found + " cannot be used; it takes " + allowed.en());
        }
        return new Words("参数有误：" + fault.getMessage(), String.valueOf(fault.getMessage()));
    }
}
