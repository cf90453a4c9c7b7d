package org.junheng.jobs.cli;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.database.Credentials;
import org.junheng.jobs.database.DatabaseAddress;
import org.junheng.jobs.database.DatabaseLoader;
import org.junheng.jobs.query.PublishedRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code junheng publish}: copies a published run into a database. */
@Command(
        name = "publish",
        description = {
            "把结果表写入 PostgreSQL(15 或更新) / copy the tables of a run into PostgreSQL (15 or newer)",
            "",
            "用户和密码取自环境变量 PGUSER、PGPASSWORD，或 --credentials 文件",
            "User and password come from PGUSER and PGPASSWORD, or from the file of --credentials."
        })
final class PublishCommand implements Callable<Integer>, LanguageOption.Chosen {
    @Parameters(index = "0", paramLabel = "RUN", description = "结果文件夹或 current / the folder of a run, or current")
    Path run = Path.of("");

    @Option(
            names = "--to",
            required = true,
            paramLabel = "URL",
            description = "jdbc:postgresql://主机/数据库 / jdbc:postgresql://HOST/DATABASE")
    String to = "";

    @Option(names = "--schema", paramLabel = "NAME", description = "模式，默认 junheng / the schema, junheng unless told")
    String schema = "junheng";

    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            description = "两行：user=… 和 password=… / two lines: user=... and password=...")
    @Nullable
    Path credentials;

    @Mixin
    LanguageOption options = new LanguageOption();

    @Override
    public LanguageOption options() {
        return options;
    }

    @Override
    public Integer call() {
        DatabaseAddress address = new DatabaseAddress(to);
        PublishedRun published = PublishedRun.find(run);
        SortedMap<String, Long> rows =
                new DatabaseLoader(address, Credentials.of(credentials, System.getenv()), schema).load(published);
        long all = rows.values().stream().mapToLong(Long::longValue).sum();
        options.console()
                .line(
                        "已写入 " + rows.size() + " 张表，共 " + all + " 行：" + schema + " (" + published.id() + ")",
                        rows.size() + " tables, " + all + " rows written to " + schema + " (" + published.id() + ")");
        return 0;
    }
}
