package org.junheng.jobs.cli;

import java.util.concurrent.Callable;
import org.junheng.jobs.ingest.Codes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code junheng codes}: what the codes of messages about deliveries mean. */
@Command(name = "codes", description = "数据问题代码 / the codes of faults in delivered data")
final class CodesCommand implements Callable<Integer>, LanguageOption.Chosen {
    @Mixin
    LanguageOption options = new LanguageOption();

    @Override
    public LanguageOption options() {
        return options;
    }

    @Override
    public Integer call() {
        options.out().println(Codes.markdown());
        return 0;
    }
}
