package io.scapa.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.HttpServerStart;
import io.scapa.service.home.ScapaHome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Says where the service listens, on standard output and in {@code SCAPA_HOME/service.json}. */
@ApplicationScoped
public class Announcement {
    private static final Logger LOG = Logger.getLogger(Announcement.class);

    private final Config config;

    @Inject
    public Announcement(Config config) {
        this.config = config;
    }

    void listening(@ObservesAsync HttpServerStart start) {
        int port = start.options().getPort();
        ScapaHome home = ScapaService.home(config);
        String json = JsonNodeFactory.instance.objectNode()
                .put("pid", ProcessHandle.current().pid())
                .put("port", port)
                .toString();
        try {
            home.privateFolder(".");
            ScapaHome.writeAtomically(home.serviceFile(), json);
        } catch (IOException e) {
            LOG.warnf("cannot write %s: %s", home.serviceFile(), e.getMessage());
        }
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            System.out.println("Scapa listens on http://" + start.options().getHost() + ":" + port);
        }
    }

    void stopping(@Observes ShutdownEvent event) throws IOException {
        Files.deleteIfExists(ScapaService.home(config).serviceFile());
    }
}
