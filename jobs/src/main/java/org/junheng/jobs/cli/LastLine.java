package org.junheng.jobs.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junheng.jobs.ExitStatus;

/** The last line of a scheduled command: one JSON object in which a program reads how it ended. */
final class LastLine {
    private LastLine() {}

    static String of(String command, int exit, Map<String, Object> facts) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("junheng", command);
        line.put("exit", exit);
        line.put("status", status(exit));
        line.putAll(facts);
        try {
            return new ObjectMapper().writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String status(int exit) {
        for (ExitStatus status : ExitStatus.values()) {
            if (status.code() == exit) {
                return status.name();
            }
        }
        return ExitStatus.BUG.name();
    }
}
