package org.junheng.jobs.database;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;

/**
 * Where a database is: {@code jdbc:postgresql://HOST[:PORT]/DATABASE[?sslmode=...]}. Names and passwords have no place in it, for it stands in
 * scripts and logs; of the driver's options only those are taken that say how the connection is kept safe.
 */
public record DatabaseAddress(String url) {
    private static final String SCHEME = "jdbc:postgresql://";
    private static final SortedSet<String> OPTIONS =
            new TreeSet<>(List.of("sslmode", "sslrootcert", "sslcert", "sslkey", "connecttimeout", "channelbinding"));

    public DatabaseAddress {
        if (!url.startsWith(SCHEME)) {
            throw refuse("应以 " + SCHEME + " 开头", "it begins with " + SCHEME);
        }
        String rest = url.substring(SCHEME.length());
        int question = rest.indexOf('?');
        String place = question < 0 ? rest : rest.substring(0, question);
        if (place.indexOf('@') >= 0) {
            throw refuse(
                    "地址中不得有用户名或密码,请用环境变量 PGUSER、PGPASSWORD 或 --credentials 文件",
                    "it holds no user or password; give them as PGUSER and PGPASSWORD, or in the file of --credentials");
        }
        if (place.indexOf('/') <= 0 || place.endsWith("/")) {
            throw refuse("缺少主机或数据库名", "it names a host and a database");
        }
        if (question >= 0) {
            for (String option : rest.substring(question + 1).split("&", -1)) {
                requireSafe(option.split("=", 2)[0]);
            }
        }
    }

    private static void requireSafe(String option) {
        if (!OPTIONS.contains(option.toLowerCase(Locale.ROOT))) {
            throw refuse(
                    "不接受选项 \"" + option + "\",可用:" + OPTIONS,
                    "the option \"" + option + "\" is not taken; allowed: " + OPTIONS);
        }
    }

    private static Refusal refuse(String zh, String en) {
        return new Refusal(
                ExitStatus.WRONG_USAGE, "数据库地址不能用:" + zh, "the address of the database cannot be used: " + en);
    }
}
