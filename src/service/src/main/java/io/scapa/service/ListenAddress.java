package io.scapa.service;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Where the service listens: loopback only, unless an API key is configured.
 *
 * @param host the address to bind
 */
record ListenAddress(String host) {
    private static final String HOST = "quarkus.http.host";

    /**
     * @throws StartupException where a configured address is open to others and no key is configured
     */
    static ListenAddress from(Config config) {
        boolean key = ScapaService.setting(config, "scapa.api-key").isPresent();
        Optional<String> host = ScapaService.setting(config, HOST);
        if (!key && host.isPresent() && !isLoopback(host.get())) {
            throw new StartupException("it would listen on " + host.get()
                    + " without an API key; set SCAPA_API_KEY, or leave " + HOST + " at 127.0.0.1");
        }
        return new ListenAddress(host.orElse(key ? "0.0.0.0" : "127.0.0.1"));
    }

    void apply() {
        System.setProperty(HOST, host);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
