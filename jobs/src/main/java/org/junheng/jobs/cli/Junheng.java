package org.junheng.jobs.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.report.Language;
import org.junheng.metric.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program: parses the command line and turns every end into its exit status. */
@Command(
        name = "junheng",
        version = "junheng 0.1.0",
        description = {
            "均衡：评价优质学校是否带动其他学校。",
            "Measures whether good schools lift the others.",
            "",
            "试一试 / try it:  ./junheng run sample-data/evaluation.yaml",
            ""
        },
        synopsisHeading = "用法 / usage: ",
        optionListHeading = "选项 / options%n",
        commandListHeading = "%n命令 / commands (COMMAND --help: 详细用法 / how to use it)%n",
        footer = {
            "",
            "启动选项 / start-up",
            "  --large            数据达数百万行时使用 / for deliveries of millions of rows",
            "  JUNHENG_HEAP=4g    环境变量：内存，默认 2g / memory unless --large (2g)",
            "",
            "退出码 / exit status",
            "  0 完成 / done",
            "  1 程序缺陷 / a bug",
            "  2 用法或配置有误 / wrong usage or configuration",
            "  3 数据被拒 / the delivery was refused",
            "  4 存储或引擎故障 / storage or engine failed",
            "  5 另一次运行占用 / another run holds the lock"
        },
        subcommands = {
            InitCommand.class,
            CheckCommand.class,
            RunCommand.class,
            SimulateCommand.class,
            MetricsCommand.class,
            CodesCommand.class,
            QueryCommand.class,
            DiffCommand.class,
            TraceCommand.class,
            PrintCommand.class,
            PublishCommand.class
        })
public final class Junheng implements Runnable {
    @Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "帮助 / this help")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "版本 / the version")
    boolean version;

    public static void main(String... args) {
        System.exit(execute(args));
    }

    static int execute(String... args) {
        CommandLine line = new CommandLine(new Junheng())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(UsageFault::tell)
                .setExecutionExceptionHandler((e, command, parsed) -> end(e, command));
        line.getSubcommands().values().forEach(Junheng::head);
        int exit = line.execute(args);
        CommandLine.ParseResult parsed = line.getParseResult();
        if (parsed != null
                && parsed.hasSubcommand()
                && parsed.subcommand().commandSpec().userObject() instanceof Scheduled scheduled
                && !parsed.subcommand().isUsageHelpRequested()) {
            exit = ended(scheduled, exit, parsed.subcommand().commandSpec().commandLine());
            line.getOut().println(LastLine.of(parsed.subcommand().commandSpec().name(), exit, scheduled.facts()));
        }
        return exit;
    }

    /** What is left to do at the end may itself fail to be written; then that is the end. */
    private static int ended(Scheduled scheduled, int exit, CommandLine command) {
        try {
            scheduled.ended(exit);
            return exit;
        } catch (Refusal e) {
            int end = end(e, command);
            return exit == 0 ? end : exit;
        }
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** The headings of a command's help. */
    private static void head(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .sortOptions(false)
                .synopsisHeading("用法 / usage: ")
                .parameterListHeading("%n参数 / arguments%n")
                .optionListHeading("%n选项 / options%n");
    }

    private static int end(Exception e, CommandLine command) {
        PrintWriter err = command.getErr();
        if (e instanceof Refusal refusal) {
            Language language = command.getCommand() instanceof LanguageOption.Chosen chosen
                    ? chosen.options().language
                    : Language.ZH;
            for (Words sentence : refusal.sentences()) {
                err.println(language.of(sentence));
            }
            return refusal.status().code();
        }
        if (isStopping()) {
            err.println("已中断，没有发布任何结果 / interrupted; nothing was published");
            return ExitStatus.STORAGE.code();
        }
        err.println("junheng 内部错误(程序缺陷)，请连同下面的信息报告 / a bug of ours; please report it with what follows:");
        e.printStackTrace(err);
        return ExitStatus.BUG.code();
    }

    /** Whether somebody has stopped the program: then its parts fail in whatever way the engine's end takes them. */
    private static boolean isStopping() {
        Thread hook = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException stopping) {
            return true;
        }
    }
}
