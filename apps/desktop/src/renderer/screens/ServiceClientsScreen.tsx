import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { bridge } from '../app/bridge.ts';
import { clientMessages } from '../service-clients/messages.ts';
import { ServiceClientList } from '../service-clients/ServiceClientList.tsx';
import { Button } from '../ui/Button.tsx';
import { AdminPage } from './AdminPage.tsx';

/** The programs that speak to the server. */
export function ServiceClientsScreen() {
  const [isCreating, setIsCreating] = useState(false);
  const [serverUrl, setServerUrl] = useState('');
  useEffect(() => void bridge.serverUrl().then(setServerUrl), []);
  return (
    <AdminPage
      title={clientMessages.title}
      about={clientMessages.about}
      actions={
        <Button look="primary" size="large" onClick={() => setIsCreating(true)}>
          <Plus size={16} strokeWidth={2} aria-hidden />
          {clientMessages.create}
        </Button>
      }
    >
      <ServiceClientList
        isCreating={isCreating}
        onCreated={() => setIsCreating(false)}
        serverUrl={serverUrl}
      />
    </AdminPage>
  );
}
