// Stands in for HID's Fingerprint.WebApi: the same names, over the bridge of this machine. A page changes the address of its script element.
(function (page) {
  "use strict";
  const BRIDGE = new URL(document.currentScript.src).origin;

  const SampleFormat = { Raw: 1, Intermediate: 2, Compressed: 3, PngImage: 5 };
  const DeviceUidType = { Persistent: 0, Volatile: 1 };
  const QualityCode = { Good: 0, NoImage: 1, TooLight: 2, TooDark: 3, TooNoisy: 4, LowContrast: 5, NotEnoughFeatures: 6, NotCentered: 7,
    NotAFinger: 8, TooHigh: 9, TooLow: 10 };
  const PATHS = { [SampleFormat.Raw]: "raw", [SampleFormat.PngImage]: "png" };

  function b64UrlTo64(text) {
    const plain = text.replace(/-/g, "+").replace(/_/g, "/");
    return plain + "=".repeat((4 - plain.length % 4) % 4);
  }

  class WebApi {
    constructor() {
      this.running = null;
      this.listeners = {};
    }

    on(event, listener) {
      (this.listeners[event] = this.listeners[event] || []).push(listener);
      return this;
    }

    off(event, listener) {
      this.listeners[event] = listener ? (this.listeners[event] || []).filter(each => each !== listener) : [];
      return this;
    }

    tell(event, details) {
      const told = Object.assign({ type: event }, details);
      const handler = this["on" + event];
      if (typeof handler === "function") {
        handler.call(this, told);
      }
      (this.listeners[event] || []).forEach(listener => listener(told));
    }

    async call(method, path) {
      let answer;
      try {
        answer = await fetch(BRIDGE + path, { method });
      } catch (unreachable) {
        this.tell("CommunicationFailed", {});
        throw unreachable;
      }
      if (!answer.ok) {
        throw new Error("The bridge answered " + answer.status);
      }
      return answer;
    }

    async enumerateDevices() {
      return (await this.call("GET", "/devices")).json();
    }

    async getDeviceInfo(deviceUid) {
      const devices = await this.enumerateDevices();
      if (!devices.includes(deviceUid)) {
        throw new Error("There is no device " + deviceUid);
      }
      return { DeviceID: deviceUid, eUidType: DeviceUidType.Persistent, eDeviceModality: 2, eDeviceTech: 0 };
    }

    async startAcquisition(sampleFormat, deviceUid) {
      const path = PATHS[sampleFormat];
      if (!path) {
        throw new Error("This bridge gives samples as Raw or PngImage");
      }
      if (this.running) {
        await this.stopAcquisition(deviceUid);
      }
      const acquisition = new AbortController();
      let answer;
      try {
        answer = await fetch(BRIDGE + "/acquisitions/" + path, { method: "POST", signal: acquisition.signal });
      } catch (unreachable) {
        this.tell("CommunicationFailed", {});
        throw unreachable;
      }
      if (!answer.ok) {
        throw new Error("The bridge answered " + answer.status);
      }
      this.running = acquisition;
      this.tell("DeviceConnected", { deviceUid: deviceUid || "sidik-bridge" });
      this.tell("AcquisitionStarted", { deviceUid: deviceUid || "sidik-bridge" });
      this.follow(answer, sampleFormat, acquisition);
    }

    async follow(answer, sampleFormat, acquisition) {
      try {
        const lines = answer.body.pipeThrough(new TextDecoderStream()).getReader();
        let rest = "";
        for (let part = await lines.read(); !part.done; part = await lines.read()) {
          const complete = (rest + part.value).split("\n");
          rest = complete.pop();
          complete.forEach(line => this.hear(JSON.parse(line), sampleFormat));
        }
      } catch (broken) {
        if (!acquisition.signal.aborted) {
          this.tell("CommunicationFailed", {});
        }
      } finally {
        if (this.running === acquisition) {
          this.running = null;
          this.tell("AcquisitionStopped", { deviceUid: "sidik-bridge" });
        }
      }
    }

    hear(event, sampleFormat) {
      const deviceUid = event.deviceUid;
      switch (event.event) {
        case "quality":
          this.tell("QualityReported", { deviceUid, quality: event.quality });
          break;
        case "samples":
          this.tell("SamplesAcquired", { deviceUid, sampleFormat, samples: JSON.stringify([event.sample]) });
          break;
        case "disconnected":
          this.tell("DeviceDisconnected", { deviceUid });
          break;
        case "error":
          this.tell("ErrorOccurred", { deviceUid, error: event.error });
          break;
        default:
          break;
      }
    }

    async stopAcquisition() {
      const acquisition = this.running;
      if (acquisition) {
        this.running = null;
        acquisition.abort();
        await this.call("DELETE", "/acquisitions");
        this.tell("AcquisitionStopped", { deviceUid: "sidik-bridge" });
      }
    }
  }

  page.Fingerprint = { WebApi, SampleFormat, DeviceUidType, QualityCode, b64UrlTo64 };
})(window);
