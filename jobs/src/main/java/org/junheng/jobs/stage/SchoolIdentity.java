package org.junheng.jobs.stage;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junheng.jobs.table.LinkType;
import org.junheng.jobs.table.SchoolLinks;

/** A school through its changes of code: codes that RENAMED links join are one school, called by the first of them in code order. */
final class SchoolIdentity {
    private final Map<String, String> towards = new TreeMap<>();

    private SchoolIdentity() {}

    static SchoolIdentity of(List<SchoolLinks> links) {
        SchoolIdentity identity = new SchoolIdentity();
        links.stream()
                .filter(link -> link.linkType() == LinkType.RENAMED)
                .forEach(link -> identity.join(link.schoolCode(), link.successorCode()));
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
