import { Button, ButtonGroup, ButtonLink, StartButton } from './button.tsx';

export const buttonExamples = {
  'main button': <Button>Continue</Button>,
  'start of a service': <StartButton href="#">Report a missed bin</StartButton>,
  'two that go together': (
    <ButtonGroup>
      <Button look="warning">Close account</Button>
      <Button look="secondary">Keep it</Button>
      <ButtonLink look="secondary" href="#">
        See what you would lose
      </ButtonLink>
    </ButtonGroup>
  ),
  disabled: <Button disabled>Send report</Button>,
};
