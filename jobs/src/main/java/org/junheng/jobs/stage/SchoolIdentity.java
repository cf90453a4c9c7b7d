package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.col;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junheng.jobs.table.LinkType;

/** A school through its changes of code: codes that RENAMED links join are one school, called by the first of them in code order. */
final class SchoolIdentity {
    private final Map<String, String> towards = new TreeMap<>();

    private SchoolIdentity() {}

    static SchoolIdentity of(Dataset<Row> schoolLinks) {
        SchoolIdentity identity = new SchoolIdentity();
        schoolLinks
                .filter(col("link_type").equalTo(LinkType.RENAMED.name()))
                .select("school_code", "successor_code")
                .collectAsList()
                .forEach(link -> identity.join(link.getString(0), link.getString(1)));
        return identity;
    }

    String of(String code) {
        String at = code;
        for (String next = towards.get(at); next != null; next = towards.get(at)) {
            at = next;
        }
        return at;
    }

    private void join(String code, String successor) {
        String one = of(code);
        String other = of(successor);
        if (one.compareTo(other) < 0) {
            towards.put(other, one);
        } else if (!one.equals(other)) {
            towards.put(one, other);
        }
    }
}
