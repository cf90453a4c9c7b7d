package org.junheng.jobs.database;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;

/** Who asks for entry: from the environment or a file, never from the command line; never printed. */
public record Credentials(String user, String password) {

    /**
     * From a file of the lines {@code user=...} and {@code password=...}, else from {@code PGUSER} and {@code PGPASSWORD}.
     *
     * @throws Refusal when there is no user
     */
    public static Credentials of(@Nullable Path file, Map<String, String> environment) {
        if (file == null) {
            return known(environment.get("PGUSER"), environment.get("PGPASSWORD"));
        }
        Properties lines = new Properties();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(text);
        } catch (IOException | IllegalArgumentException e) {
            throw new Refusal(
                    ExitStatus.WRONG_USAGE,
                    "无法读取凭据文件 " + file + ";它有两行:user=用户名 和 password=密码",
                    "cannot read the credentials in " + file + "; they are two lines: user=NAME and password=WORD");
        }
        return known(lines.getProperty("user"), lines.getProperty("password"));
    }

    private static Credentials known(@Nullable String user, @Nullable String password) {
        if (user == null || user.isBlank()) {
            throw new Refusal(
                    ExitStatus.WRONG_USAGE,
                    "缺少数据库用户:请设环境变量 PGUSER、PGPASSWORD,或用 --credentials 文件",
                    "no user for the database: set PGUSER and PGPASSWORD, or name a file with --credentials");
        }
        return new Credentials(user, password == null ? "" : password);
    }

    @Override
    public String toString() {
        return "Credentials[user=" + user + "]";
    }
}
