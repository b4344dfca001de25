package io.scapa.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.scapa.service.home.ScapaHome;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** From the moment that the service listens until it is told to end: it says where, on standard output and in {@code SCAPA_HOME/service.json}. */
public class RunningService implements QuarkusApplication {
    private static final Logger LOG = Logger.getLogger(RunningService.class);

    private final Config config;

    @Inject
    public RunningService(Config config) {
        this.config = config;
    }

    @Override
    public int run(String... arguments) {
        int port = config.getValue("quarkus.http.port", Integer.class);
        ScapaHome home = ScapaService.home(config);
        write(home, port);
        System.out.println(
                "Scapa listens on http://" + config.getValue("quarkus.http.host", String.class) + ":" + port);
        try {
            Quarkus.waitForExit();
        } finally {
            remove(home);
        }
        return 0;
    }

    private static void write(ScapaHome home, int port) {
        String json = JsonNodeFactory.instance
                .objectNode()
                .put("pid", ProcessHandle.current().pid())
                .put("port", port)
                .toString();
        try {
            home.privateFolder(".");
            ScapaHome.writeAtomically(home.serviceFile(), json);
        } catch (IOException e) {
            LOG.warnf("cannot write %s: %s", home.serviceFile(), e.getMessage());
        }
    }

    private static void remove(ScapaHome home) {
        try {
            Files.deleteIfExists(home.serviceFile());
        } catch (IOException e) {
            LOG.warnf("cannot remove %s: %s", home.serviceFile(), e.getMessage());
        }
    }
}
