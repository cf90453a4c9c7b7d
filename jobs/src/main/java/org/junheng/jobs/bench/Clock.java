package org.junheng.jobs.bench;

import java.time.Duration;

/** Seconds of the clock on the wall, and of the processors under this program, which other programs on the machine slow down less. */
record Clock(double wall, double cpu) {
    static Clock now() {
        Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        return new Clock(System.nanoTime() / 1e9, cpu.toMillis() / 1e3);
    }

    /** The seconds since another reading. */
    Clock since(Clock began) {
        return new Clock(wall - began.wall, cpu - began.cpu);
    }

    /** The lesser of each. */
    Clock least(Clock other) {
        return new Clock(Math.min(wall, other.wall), Math.min(cpu, other.cpu));
    }
}
