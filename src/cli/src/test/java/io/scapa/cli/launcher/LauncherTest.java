package io.scapa.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.cli.launcher.FakeCheckout.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
    @TempDir
    Path folder;

    private FakeCheckout checkout;

    @BeforeEach
    void checkOut() throws Exception {
        checkout = new FakeCheckout(folder);
    }

    @Test
    void takesTheNewestJdkWhereJavaHomeIsTooOld() throws Exception {
        Path old = checkout.jdk("17.0.15");
        checkout.jdk("21.0.2");
        checkout.jdk("25.0.3");

        Run run = checkout.run(checkout.launcher(), Map.of("JAVA_HOME", old.toString()), "--version");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("java 25.0.3").endsWith("scapa-cli.jar --version\n");
    }

    @Test
    void keepsToJavaHomeWhereItServes() throws Exception {
        checkout.jdk("25.0.3");

        Run run = checkout.run(
                checkout.launcher(), Map.of("JAVA_HOME", checkout.jdk("21.0.2").toString()), "--version");

        assertThat(run.out()).startsWith("java 21.0.2");
    }

    @Test
    void saysInOneSentenceThatThereIsNoJdk() throws Exception {
        checkout.jdk("17.0.15");
        checkout.jdk("1.8.0_412");

        Run run = checkout.run("--version");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("scapa: no JDK 21 or newer was found").hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void saysInOneSentenceThatThereIsNoMaven() throws Exception {
        checkout.jdk("21.0.2");

        Run run = checkout.withoutMaven().run("--version");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("scapa: Maven 3.8 or newer is needed").hasLineCount(1);
    }

    @Test
    void saysInOneSentenceThatMavenIsTooOld() throws Exception {
        checkout.jdk("21.0.2");

        Run run = checkout.withMaven("3.6.3").run("--version");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("is 3.6.3").hasLineCount(1);
    }

    @Test
    void takesMavenFour() throws Exception {
        checkout.jdk("21.0.2");

        assertThat(checkout.withMaven("4.0.0").run("--version").code()).isZero();
    }

    @Test
    void buildsOnceAndAgainOnlyWhenASourceIsNewer() throws Exception {
        checkout.jdk("25.0.3");

        Run first = checkout.run("--version");
        assertThat(first.err()).contains("building").contains("done in").hasLineCount(1);
        Run second = checkout.run("--version");
        assertThat(second.err()).isEmpty();
        assertThat(checkout.builds()).isEqualTo(1);

        Path source = checkout.source("Two.java");
        later(source);
        checkout.run("--version");
        assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void buildsAgainWhenASourceIsGone() throws Exception {
        checkout.jdk("25.0.3");
        Path source = checkout.source("Two.java");
        checkout.run("--version");

        Files.delete(source);
        later(source.getParent());
        checkout.run("--version");

        assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void callsAtTheSameTimeBuildOnce() throws Exception {
        checkout.jdk("25.0.3");

        List<Process> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            calls.add(checkout.start(checkout.launcher(), Map.of(), "--version"));
        }
        for (Process call : calls) {
            assertThat(FakeCheckout.finish(call).out()).startsWith("java 25.0.3");
        }

        assertThat(checkout.builds()).isEqualTo(1);
    }

    @Test
    void showsWhatBrokeTheBuild() throws Exception {
        checkout.jdk("25.0.3");

        Run run = checkout.whoseBuildFails().run("--version");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("[ERROR] One.java:[1,1] class expected", "build.log");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void worksThroughASymbolicLinkAndKeepsArgumentsWhole() throws Exception {
        checkout.jdk("25.0.3");
        Path link = Files.createSymbolicLink(folder.resolve("sc"), checkout.launcher());
        Path linkToLink = Files.createSymbolicLink(folder.resolve("sc2"), Path.of("sc"));

        Run run = checkout.run(linkToLink, Map.of(), "score", "a file.jsonl");

        assertThat(link).isSymbolicLink();
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .endsWith("score a file.jsonl\n")
                .contains("-Dscapa.root=" + checkout.launcher().getParent().toRealPath());
    }

    /** Modification times of some file systems are coarse: what comes later is dated so. */
    private static void later(Path path) throws Exception {
        Files.setLastModifiedTime(path, FileTime.fromMillis(System.currentTimeMillis() + 2000));
    }
}
